import { useBlocker } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../../parts/confirm-dialog';
import type { Act } from './outbox/act';

/** Says, before the driver signs out, that acts still wait. */
export function SignOutNotice({ acts }: { acts: readonly Act[] }) {
  const t = useTranslations('run.signOut');
  const count = acts.filter(({ refusal }) => !refusal).length;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ next }) => next.pathname === '/login' && count > 0,
    enableBeforeUnload: false,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t('title')}
      text={t('text', { count })}
      confirm={t('leave')}
      keep={t('stay')}
      onConfirm={proceed}
      onClose={reset}
    />
  );
}
