import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { StaffQuoteFragment } from '../../../app/operations.generated';
import { Quantity } from '../../../parts/quantity';
import detail from '../detail.module.css';
import { Discount } from '../rewards/discount';
import { ValidUntil } from '../valid-until';
import { focusAfterAct } from './act-focus';
import styles from './operations.module.css';
import { QuotePriceForm } from './quote-price-form';
import { RejectQuote } from './reject-quote';
import { useQuotePrice } from './use-quote-price';

/** The price of a quote, or the form that sets it beside what the rates ask. */
export function QuotePrice({ quote }: { quote: StaffQuoteFragment }) {
  const t = useTranslations();
  const heading = useRef<HTMLHeadingElement>(null);
  const price = useQuotePrice(quote, () => focusAfterAct(heading.current));
  const { status, totalAmount } = quote;
  return (
    <section className={detail['price']} aria-labelledby="price">
      <h2 id="price" ref={heading} tabIndex={-1} className={styles['heading']}>
        {t('freight.quote.price')}
      </h2>
      {totalAmount === null ? null : <SetPrice {...quote} />}
      {totalAmount === null && status !== 'PENDING' ? <p>{t('freight.quote.wasRejected')}</p> : null}
      {price.canPrice || price.isTooLate ? <QuotePriceForm quote={quote} price={price} /> : null}
      <RejectQuote quote={quote} />
    </section>
  );
}

function SetPrice(quote: StaffQuoteFragment) {
  const { totalAmount, currency, validUntil, status } = quote;
  return (
    <>
      <p className={detail['amount']}>
        <Quantity value={totalAmount} unit={currency} />
      </p>
      <Discount quote={quote} />
      <ValidUntil validUntil={validUntil} status={status} />
    </>
  );
}
