import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { PageHeading } from '../../app/page-heading';
import { useViewer } from '../../app/session-state';
import { useMoment } from '../../app/use-moment';
import layout from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { StatusMark } from '../../parts/status-mark';
import { ZoneNote } from '../../parts/zone-note';
import styles from './erp.module.css';
import { ErpCheck } from './erp-check';
import { ErpFacts } from './erp-facts';
import { type ErpStatus, statusQuery } from './erp-query';
import { Latency } from './latency';
import { outageOf } from './outage';

/** Whether the ERP answers, how fast, and what the portal may do there. It follows by itself. */
export function ErpPage() {
  const t = useTranslations('erp');
  const { data, error, refetch } = useQuery(statusQuery);
  const isAdmin = useViewer().role === 'ADMIN';
  return (
    <div className={layout['page']}>
      <PageHeading
        title={t('title')}
        mark={
          data ? (
            <StatusMark tone={data.reachable ? 'good' : 'bad'}>
              {t(data.reachable ? 'up' : 'down')}
            </StatusMark>
          ) : null
        }
      />
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data ? <State status={data} /> : error ? null : <Skeleton rows={10} />}
      {isAdmin ? <ErpCheck /> : null}
    </div>
  );
}

function State({ status }: { status: ErpStatus }) {
  const t = useTranslations('erp');
  const moment = useMoment();
  const { checkedAt } = status;
  return (
    <>
      <Outage status={status} />
      <ErpFacts status={status} />
      <Latency recent={status.recent} />
      <p className={layout['note']}>
        {t.rich('checked', { when: () => <time dateTime={checkedAt}>{moment(checkedAt)}</time> })}
      </p>
      <ZoneNote />
    </>
  );
}

/** Says that the ERP is down, and since when. It is there from the beginning, so that a screen reader hears it come. */
function Outage({ status: { reachable, recent, checkedAt } }: { status: ErpStatus }) {
  const t = useTranslations('erp');
  const moment = useMoment();
  const { since } = outageOf(recent, checkedAt);
  return (
    <div role="status" className={styles['outage']}>
      {reachable ? null : <p>{t('downSince', { since: moment(since) })}</p>}
    </div>
  );
}
