import { useTranslations } from 'use-intl';
import type { QuotePartsFragment } from '../../../app/operations.generated';
import { Fact, Facts } from '../../../parts/facts';
import { Quantity } from '../../../parts/quantity';

/** What points take off the price of a quote, and what remains to pay; nothing without any. */
export function Discount({ quote }: { quote: QuotePartsFragment }) {
  const t = useTranslations('rewards.quote');
  const { rewardPoints, rewardDiscount, payableAmount, currency } = quote;
  if (rewardPoints === 0) return null;
  return (
    <Facts>
      <Fact label={t('used', { count: rewardPoints })}>
        <Quantity value={`-${rewardDiscount}`} unit={currency} />
      </Fact>
      <Fact label={t('payable')}>
        <Quantity value={payableAmount} unit={currency} />
      </Fact>
    </Facts>
  );
}
