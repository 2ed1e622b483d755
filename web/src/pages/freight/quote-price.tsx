import { useTranslations } from 'use-intl';
import { useDaysLeft } from '../../app/days-left';
import type { QuotePartsFragment } from '../../app/operations.generated';
import { Quantity } from '../../parts/quantity';
import { Time } from '../../parts/time';
import detail from './detail.module.css';
import { QuoteActs } from './quote-acts';

/** The price as the one big number, until when it holds, and the decision. */
export function QuotePrice({ quote }: { quote: QuotePartsFragment }) {
  const t = useTranslations('freight.quote');
  const { totalAmount, currency, validUntil, status } = quote;
  const days = useDaysLeft(validUntil);
  return (
    <section className={detail['price']} aria-labelledby="price">
      <h2 id="price">{t('price')}</h2>
      {totalAmount === null ? (
        <p>{status === 'PENDING' ? t('noPrice') : t('wasRejected')}</p>
      ) : (
        <p className={detail['amount']}>
          <Quantity value={totalAmount} unit={currency} />
        </p>
      )}
      {validUntil ? (
        <p>
          {t('validUntil')} <Time value={validUntil} />
          {status === 'QUOTED' && days !== null && days >= 0 ? ` · ${t('daysLeft', { days })}` : null}
        </p>
      ) : null}
      <QuoteActs quote={quote} />
    </section>
  );
}
