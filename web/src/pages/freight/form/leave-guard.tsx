import { useBlocker } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import styles from '../../../parts/layout.module.css';

/** Asks before what was typed is lost. @param isUnsaved tells at the moment of leaving */
export function LeaveGuard({ isUnsaved }: { isUnsaved: () => boolean }) {
  const t = useTranslations('freight.form');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog open title={t('leaveTitle')} description={t('leaveText')} onClose={reset}>
      <div className={styles['acts']}>
        <Button look="danger" onClick={proceed}>
          {t('leave')}
        </Button>
        <Button onClick={reset}>{t('stay')}</Button>
      </div>
    </Dialog>
  );
}
