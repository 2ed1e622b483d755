import { useTranslations } from 'use-intl';
import type { QuotePartsFragment } from '../../app/operations.generated';
import { Quantity } from '../../parts/quantity';
import detail from './detail.module.css';
import { QuoteActs } from './quote-acts';
import { Discount } from './rewards/discount';
import { QuotePoints } from './rewards/quote-points';
import { ValidUntil } from './valid-until';

/** The price as the one big number, until when it holds, and the decision. */
export function QuotePrice({ quote }: { quote: QuotePartsFragment }) {
  const t = useTranslations('freight.quote');
  const { totalAmount, currency, validUntil, status } = quote;
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
      <Discount quote={quote} />
      <ValidUntil validUntil={validUntil} status={status} />
      <QuotePoints quote={quote} />
      <QuoteActs quote={quote} />
    </section>
  );
}
