import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useViewer } from '../../../app/session-state';
import { useIsOnline } from '../../../app/use-is-online';
import { useMoment } from '../../../app/use-moment';
import { Problem } from '../../../parts/problem';
import styles from './driver.module.css';
import type { Act } from './outbox/act';
import { actsQuery } from './outbox/acts';
import type { Run } from './outbox/kept-run';

/** Says how old the run is where it can't be asked for, and how much waits to be sent. */
export function RunState({ run, acts }: { run: Run | undefined; acts: readonly Act[] }) {
  const t = useTranslations('run');
  const moment = useMoment();
  const isOnline = useIsOnline();
  const waiting = acts.filter(({ refusal }) => !refusal).length;
  const isOld = run !== undefined && (run.isOld || !isOnline);
  const kept = useQuery(actsQuery(useViewer().user.id));
  return (
    <>
      <div role="status" className={styles['state']}>
        {isOld ? <p>{t('asOf', { time: moment(new Date(run.asOf).toISOString()) })}</p> : null}
        {isOld ? <p>{t('offline')}</p> : null}
        {waiting > 0 ? <p>{t('waitingCount', { count: waiting })}</p> : null}
      </div>
      {kept.error ? (
        <Problem error={kept.error} words={t('unreadable')} onRetry={() => void kept.refetch()} />
      ) : null}
    </>
  );
}
