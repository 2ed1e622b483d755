import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ConnoteStatusMark } from '../../../app/freight/statuses';
import { laneOf } from '../../../app/lane';
import type { StaffConnoteFragment } from '../../../app/operations.generated';
import { PageHeading } from '../../../app/page-heading';
import { Fact } from '../../../parts/facts';
import styles from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { BookingFacts } from '../booking-facts';
import { bookingHappenings } from '../booking-happenings';
import { BookingPapers } from '../booking-papers';
import detail from '../detail.module.css';
import { Gone } from '../gone';
import { Goods } from '../goods';
import { History } from '../history';
import { ServicePhotos } from '../photos/service-photos';
import { Proof } from '../proof';
import { ConnoteActs } from './connote-acts';
import { ConnoteNote } from './connote-note';
import { ConnotePrice } from './connote-price';
import { CustomerBlock } from './customer';
import { connoteQuery } from './freight-queries';

/** A customer's connote: what it is, who drives it, what happened, and what can be done with it. */
export function ConnotePage() {
  const t = useTranslations('operations.gone');
  const { number } = useParams({ from: '/shell/operations/connotes/$number' });
  const { data, error, refetch } = useQuery(connoteQuery(number));
  // What is being typed stays on the page while the network is away.
  if (error && !data) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  if (data) return <ConnoteDetail key={data.id} connote={data} />;
  return (
    <Gone text={t('connote', { number })}>
      <Link to="/operations/connotes">{t('toConnotes')}</Link>
    </Gone>
  );
}

function ConnoteDetail({ connote }: { connote: StaffConnoteFragment }) {
  const freight = useTranslations('freight');
  const { id, number, status, pickup, delivery, customer } = connote;
  return (
    <article className={styles['page']}>
      <PageHeading
        code={number}
        title={laneOf(pickup, delivery)}
        mark={<ConnoteStatusMark status={status} />}
      >
        <ConnoteActs connote={connote} />
      </PageHeading>
      {status === 'DELIVERED' ? <Proof id={id} /> : null}
      <ServicePhotos connoteId={id} status={status} />
      <div className={detail['columns']}>
        <div className={detail['stack']}>
          <ConnotePrice connote={connote} />
          <CustomerBlock customer={customer} />
          <History happenings={bookingHappenings(connote, freight)} />
          <ConnoteNote id={id} />
        </div>
        <div className={detail['stack']}>
          <Details connote={connote} />
          <Goods {...connote} />
          <BookingPapers id={id} />
        </div>
      </div>
    </article>
  );
}

function Details({ connote }: { connote: StaffConnoteFragment }) {
  const t = useTranslations('operations');
  return (
    <BookingFacts
      booking={connote}
      yours={t('theirReference')}
      hasPrice={false}
      quote={
        connote.quote && (
          <Link to="/operations/quotes/$reference" params={{ reference: connote.quote.reference }}>
            {connote.quote.reference}
          </Link>
        )
      }
    >
      <Fact label={t('driver')}>{connote.driver?.name}</Fact>
    </BookingFacts>
  );
}
