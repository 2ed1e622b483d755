import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { about } from '../../../app/about';
import { ConnoteStatusMark } from '../../../app/freight/statuses';
import { laneOf } from '../../../app/lane';
import { PageHeading } from '../../../app/page-heading';
import { Fact, Facts } from '../../../parts/facts';
import styles from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { Time } from '../../../parts/time';
import { History } from '../history';
import { type TrackedShipment, trackingQuery } from './tracking';
import own from './tracking.module.css';

/** Where a shipment is, for whoever has its link, signed in or not. */
export function TrackPage() {
  const { token } = useParams({ from: '/track/$token' });
  const portal = useQuery(about);
  const { data, error, refetch } = useQuery(trackingQuery(token));
  return (
    <main className={own['page']}>
      <p className={own['brand']}>{portal.data?.portal.name}</p>
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {!error && data === undefined ? <Skeleton rows={8} /> : null}
      {data ? <Tracked shipment={data} /> : null}
      {data === null ? <DeadLink /> : null}
    </main>
  );
}

function Tracked({ shipment }: { shipment: TrackedShipment }) {
  const t = useTranslations('freight');
  const { number, status, from, to, estimatedDeliveryOn, deliveredAt, events } = shipment;
  return (
    <article className={styles['page']}>
      <PageHeading title={t('track.title', { number })} mark={<ConnoteStatusMark status={status} />} />
      <p className={own['lane']}>{laneOf(from, to)}</p>
      <Facts>
        <Fact label={t('track.expected')}>
          {estimatedDeliveryOn && !deliveredAt ? <Time value={estimatedDeliveryOn} /> : null}
        </Fact>
        <Fact label={t('track.delivered')}>{deliveredAt && <Time value={deliveredAt} />}</Fact>
      </Facts>
      <History
        happenings={events.map(({ status: step, at }, index) => ({
          id: String(index),
          what: t(`connoteStatus.${step}`),
          at,
        }))}
      />
    </article>
  );
}

function DeadLink() {
  const t = useTranslations('freight.track');
  return (
    <>
      <PageHeading title={t('deadTitle')} />
      <p>{t('deadText')}</p>
    </>
  );
}
