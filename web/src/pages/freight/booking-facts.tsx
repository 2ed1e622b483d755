import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Amount } from '../../app/freight/amount';
import type { BookingPartsFragment } from '../../app/operations.generated';
import { Fact, Facts } from '../../parts/facts';
import { Time } from '../../parts/time';
import { AddressBlock } from './address-block';
import detail from './detail.module.css';

interface BookingFactsProps {
  booking: BookingPartsFragment;
  /** A link to its quote, if there is one. */
  quote: ReactNode;
  /** What the customer's reference is called; theirs, if it isn't given. */
  yours?: string;
  /** Whether the price is among them; elsewhere it is a section of its own. */
  hasPrice?: boolean;
  /** More facts. */
  children?: ReactNode;
}

/** What was booked: from whom to whom, when, for how much. */
export function BookingFacts({ booking, quote, yours, hasPrice = true, children }: BookingFactsProps) {
  const t = useTranslations('freight');
  return (
    <section className={detail['section']} aria-labelledby="details">
      <h2 id="details">{t('facts.details')}</h2>
      <div className={detail['addresses']}>
        <AddressBlock label={t('facts.from')} address={booking.pickup} />
        <AddressBlock label={t('facts.to')} address={booking.delivery} />
      </div>
      <Facts>
        {children}
        {hasPrice ? (
          <Fact label={t('booking.price')}>
            {booking.priced ? <Amount {...booking} /> : t('booking.noPrice')}
          </Fact>
        ) : null}
        <Fact label={t('facts.service')}>{t(`service.${booking.service}`)}</Fact>
        <Fact label={t('facts.pickupOn')}>{booking.pickupOn && <Time value={booking.pickupOn} />}</Fact>
        <Fact label={t('facts.readyAt')}>{booking.readyAt && <Time value={booking.readyAt} />}</Fact>
        <Fact label={t('facts.expected')}>
          {booking.estimatedDeliveryOn && <Time value={booking.estimatedDeliveryOn} />}
        </Fact>
        <Fact label={t('facts.delivered')}>
          {booking.deliveredAt && <Time value={booking.deliveredAt} />}
        </Fact>
        <Fact label={yours ?? t('facts.yours')} isWritten>
          {booking.customerReference}
        </Fact>
        <Fact label={t('facts.instructions')} isWritten>
          {booking.instructions}
        </Fact>
        <Fact label={t('facts.quote')}>{quote}</Fact>
        <Fact label={t('facts.tracking')}>
          <a href={booking.trackingUrl}>{booking.trackingUrl.replace(/^https?:\/\//, '')}</a>
        </Fact>
      </Facts>
    </section>
  );
}
