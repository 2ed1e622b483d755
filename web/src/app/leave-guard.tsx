import { useBlocker } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import styles from '../parts/layout.module.css';

interface LeaveGuardProps {
  /** Tells it at the moment of leaving. */
  isUnsaved: () => boolean;
  /** The question, where it isn't about saving. */
  title?: string;
  /** What is lost, where that isn't what was typed. */
  text?: string;
}

/** Asks before what was typed is lost. */
export function LeaveGuard({ isUnsaved, title, text }: LeaveGuardProps) {
  const t = useTranslations('common');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog open title={title ?? t('leaveTitle')} description={text ?? t('leaveText')} onClose={reset}>
      <div className={styles['acts']}>
        <Button look="danger" onClick={proceed}>
          {t('leave')}
        </Button>
        <Button onClick={reset}>{t('stay')}</Button>
      </div>
    </Dialog>
  );
}
