import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ConnoteStatusMark } from '../../app/freight/statuses';
import { laneOf } from '../../app/lane';
import type { BookingPartsFragment } from '../../app/operations.generated';
import { PageHeading } from '../../app/page-heading';
import styles from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { BookingActs } from './booking-acts';
import { BookingFacts } from './booking-facts';
import { bookingHappenings } from './booking-happenings';
import { BookingPapers } from './booking-papers';
import detail from './detail.module.css';
import { bookingQuery } from './freight-queries';
import { Gone } from './gone';
import { Goods } from './goods';
import { History } from './history';
import { ServicePhotos } from './photos/service-photos';
import { Proof } from './proof';

/** A booking: where it is, what happened, its proof of delivery and its papers. */
export function BookingPage() {
  const t = useTranslations('freight.gone');
  const { number } = useParams({ from: '/shell/customer/bookings/$number' });
  const { data, error, refetch } = useQuery(bookingQuery(number));
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  if (data) return <BookingDetail booking={data} />;
  return (
    <Gone text={t('booking', { reference: number })}>
      <Link to="/customer/bookings">{t('toBookings')}</Link>
    </Gone>
  );
}

function BookingDetail({ booking }: { booking: BookingPartsFragment }) {
  const t = useTranslations('freight');
  const { id, number, status, pickup, delivery } = booking;
  return (
    <article className={styles['page']}>
      <PageHeading
        code={number}
        title={laneOf(pickup, delivery)}
        mark={<ConnoteStatusMark status={status} />}
      >
        <BookingActs booking={booking} />
      </PageHeading>
      {status === 'DRAFT' ? <p className={detail['draft']}>{t('booking.draft')}</p> : null}
      {status === 'DELIVERED' ? <Proof id={id} /> : null}
      <ServicePhotos connoteId={id} status={status} />
      <div className={detail['columns']}>
        <History happenings={bookingHappenings(booking, t)} />
        <div className={detail['stack']}>
          <BookingFacts
            booking={booking}
            quote={
              booking.quote && (
                <Link to="/customer/quotes/$reference" params={{ reference: booking.quote.reference }}>
                  {booking.quote.reference}
                </Link>
              )
            }
          />
          <Goods {...booking} />
          <BookingPapers id={id} />
        </div>
      </div>
    </article>
  );
}
