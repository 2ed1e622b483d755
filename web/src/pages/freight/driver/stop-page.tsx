import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ConnoteStatusMark } from '../../../app/freight/statuses';
import { laneOf } from '../../../app/lane';
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
import { ServicePhotos } from '../photos/service-photos';
import { Proof } from '../proof';
import { ActDialogHost } from './act-dialog-host';
import { ActList } from './act-list';
import { PlaceLinks } from './place-links';
import { RunState } from './run-state';
import { SignOutNotice } from './sign-out-notice';
import { StopActs } from './stop-acts';
import type { Stop } from './stops';
import { useStop } from './use-stop';

/** A stop in full. */
export function StopPage() {
  const { number } = useParams({ from: '/shell/driver/connotes/$number' });
  const found = useStop(number);
  return (
    <ActDialogHost>
      <StopContent number={number} found={found} />
      <SignOutNotice acts={found.acts} />
    </ActDialogHost>
  );
}

interface StopContentProps {
  number: string;
  found: ReturnType<typeof useStop>;
}

function StopContent({ number, found: { stop, run, acts, error, refetch } }: StopContentProps) {
  const t = useTranslations('run');
  if (error) return <Problem error={error} onRetry={refetch} />;
  if (stop === undefined) return <Skeleton rows={12} />;
  if (stop === null) {
    return (
      <Gone text={t('stop.gone', { number })}>
        <ActList acts={acts.filter((act) => act.number === number)} />
        <Link to="/driver/dashboard">{t('stop.toRun')}</Link>
      </Gone>
    );
  }
  return (
    <article className={layout['page']}>
      <RunState run={run} acts={acts} />
      <StopDetail stop={stop} />
    </article>
  );
}

function StopDetail({ stop }: { stop: Stop }) {
  const t = useTranslations('freight');
  const { id, number, status, pickup, delivery, deliveredAt } = stop;
  return (
    <>
      <PageHeading
        code={number}
        title={laneOf(pickup, delivery)}
        mark={<ConnoteStatusMark status={status} />}
      />
      <ActList acts={stop.acts} />
      <StopActs stop={stop} />
      {status === 'DELIVERED' && deliveredAt ? <Proof id={id} /> : null}
      <ServicePhotos connoteId={id} status={status} />
      <StopFacts stop={stop} />
      <Goods {...stop} />
      <History happenings={bookingHappenings(stop, t)} />
      <BookingPapers id={id} />
    </>
  );
}

function StopFacts({ stop }: { stop: Stop }) {
  const t = useTranslations('freight');
  const own = useTranslations('run');
  const { pickup, delivery, pickupOn, readyAt, estimatedDeliveryOn } = stop;
  return (
    <section className={detail['section']} aria-labelledby="details">
      <h2 id="details">{t('facts.details')}</h2>
      <AddressBlock label={own('place.pickup')} address={pickup} />
      <PlaceLinks address={pickup} />
      <AddressBlock label={own('place.delivery')} address={delivery} />
      <PlaceLinks address={delivery} />
      <Facts>
        <Fact label={t('facts.instructions')} isWritten>
          {stop.instructions}
        </Fact>
        <Fact label={t('facts.service')}>{t(`service.${stop.service}`)}</Fact>
        <Fact label={t('facts.pickupOn')}>{pickupOn && <Time value={pickupOn} />}</Fact>
        <Fact label={t('facts.readyAt')}>{readyAt && <Time value={readyAt} />}</Fact>
        <Fact label={t('facts.expected')}>{estimatedDeliveryOn && <Time value={estimatedDeliveryOn} />}</Fact>
        <Fact label={own('outgoing.reference')} isWritten>
          {stop.customerReference}
        </Fact>
      </Facts>
    </section>
  );
}
