import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ConnoteStatusMark } from '../../../app/freight/statuses';
import { laneOf } from '../../../app/lane';
import type { OutgoingPartsFragment } from '../../../app/operations.generated';
import { PageHeading } from '../../../app/page-heading';
import { Fact, Facts } from '../../../parts/facts';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { Time } from '../../../parts/time';
import { AddressBlock } from '../address-block';
import { bookingHappenings } from '../booking-happenings';
import { BookingPapers } from '../booking-papers';
import detail from '../detail.module.css';
import { Gone } from '../gone';
import { Goods } from '../goods';
import { History } from '../history';
import { Proof } from '../proof';
import { NoteButton } from './note-button';
import { outgoingQuery } from './outgoing-queries';

/** What goes out: the goods, from where to where, the papers that go with them, and notes. */
export function OutgoingPage() {
  const t = useTranslations('run.outgoing');
  const { number } = useParams({ from: '/shell/warehouse/connotes/$number' });
  const { data, error, refetch } = useQuery(outgoingQuery(number));
  const problem = error ? <Problem error={error} onRetry={() => void refetch()} /> : null;
  if (data === undefined) return problem ?? <Skeleton rows={12} />;
  if (data) {
    return (
      <article className={layout['page']}>
        {problem}
        <Outgoing connote={data} />
      </article>
    );
  }
  return (
    <Gone text={t('gone', { number })}>
      <Link to="/warehouse/dashboard">{t('toDashboard')}</Link>
    </Gone>
  );
}

function Outgoing({ connote }: { connote: OutgoingPartsFragment }) {
  const t = useTranslations('freight');
  const { id, number, status, pickup, delivery } = connote;
  return (
    <>
      <PageHeading
        code={number}
        title={laneOf(pickup, delivery)}
        mark={<ConnoteStatusMark status={status} />}
      >
        <NoteButton connote={connote} />
      </PageHeading>
      {status === 'DELIVERED' ? <Proof id={id} /> : null}
      <div className={detail['columns']}>
        <History happenings={bookingHappenings(connote, t)} />
        <div className={detail['stack']}>
          <Goods {...connote} />
          <OutgoingFacts connote={connote} />
          <BookingPapers id={id} />
        </div>
      </div>
    </>
  );
}

function OutgoingFacts({ connote }: { connote: OutgoingPartsFragment }) {
  const t = useTranslations('freight');
  const own = useTranslations('run.outgoing');
  const { pickup, delivery, pickupOn, readyAt, estimatedDeliveryOn, deliveredAt, driver } = connote;
  return (
    <section className={detail['section']} aria-labelledby="details">
      <h2 id="details">{t('facts.details')}</h2>
      <div className={detail['addresses']}>
        <AddressBlock label={t('facts.from')} address={pickup} />
        <AddressBlock label={t('facts.to')} address={delivery} />
      </div>
      <Facts>
        <Fact label={t('facts.pickupOn')}>{pickupOn && <Time value={pickupOn} />}</Fact>
        <Fact label={t('facts.readyAt')}>{readyAt && <Time value={readyAt} />}</Fact>
        <Fact label={own('driver')}>{driver?.name}</Fact>
        <Fact label={t('facts.service')}>{t(`service.${connote.service}`)}</Fact>
        <Fact label={t('facts.expected')}>{estimatedDeliveryOn && <Time value={estimatedDeliveryOn} />}</Fact>
        <Fact label={t('facts.delivered')}>{deliveredAt && <Time value={deliveredAt} />}</Fact>
        <Fact label={t('facts.instructions')} isWritten>
          {connote.instructions}
        </Fact>
        <Fact label={own('reference')} isWritten>
          {connote.customerReference}
        </Fact>
      </Facts>
    </section>
  );
}
