import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { QuotePartsFragment } from '../../app/operations.generated';
import { Fact, Facts } from '../../parts/facts';
import { Time } from '../../parts/time';
import { AddressBlock } from './address-block';
import detail from './detail.module.css';

interface QuoteFactsProps {
  quote: QuotePartsFragment;
  /** A link to its booking, if there is one. */
  booking: ReactNode;
  /** What the customer's reference is called; theirs, if it isn't given. */
  yours?: string;
}

/** What was asked for: from whom to whom, and when. */
export function QuoteFacts({ quote, booking, yours }: QuoteFactsProps) {
  const t = useTranslations('freight');
  return (
    <section className={detail['section']} aria-labelledby="details">
      <h2 id="details">{t('facts.details')}</h2>
      <div className={detail['addresses']}>
        <AddressBlock label={t('facts.from')} address={quote.origin} />
        <AddressBlock label={t('facts.to')} address={quote.destination} />
      </div>
      <Facts>
        <Fact label={t('facts.service')}>{t(`service.${quote.service}`)}</Fact>
        <Fact label={t('facts.pickupOn')}>{quote.pickupOn && <Time value={quote.pickupOn} />}</Fact>
        <Fact label={yours ?? t('facts.yours')} isWritten>
          {quote.customerReference}
        </Fact>
        <Fact label={t('facts.booking')}>{booking}</Fact>
      </Facts>
    </section>
  );
}
