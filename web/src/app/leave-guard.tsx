import { useBlocker } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../parts/confirm-dialog';

interface LeaveGuardProps {
  /** Tells it at the moment of leaving. */
  isUnsaved: () => boolean;
  /** The question, where it isn't about saving. */
  title?: string;
  /** What is lost, where that isn't what was typed. */
  text?: string;
  /** Asks wherever the address changes, not for other pages alone: for a dialog that is in the address. */
  anywhere?: boolean;
}

/** Asks before what was typed is lost. */
export function LeaveGuard({ isUnsaved, title, text, anywhere = false }: LeaveGuardProps) {
  const t = useTranslations('common');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => (anywhere || current.pathname !== next.pathname) && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={title ?? t('leaveTitle')}
      text={text ?? t('leaveText')}
      confirm={t('leave')}
      keep={t('stay')}
      onConfirm={proceed}
      onClose={reset}
    />
  );
}
