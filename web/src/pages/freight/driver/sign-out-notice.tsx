import { useBlocker } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import styles from '../../../parts/layout.module.css';
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
    <Dialog open title={t('title')} description={t('text', { count })} onClose={reset}>
      <div className={styles['acts']}>
        <Button look="danger" onClick={proceed}>
          {t('leave')}
        </Button>
        <Button onClick={reset}>{t('stay')}</Button>
      </div>
    </Dialog>
  );
}
