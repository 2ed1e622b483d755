import { useTranslations } from 'use-intl';
import { Field } from '../../parts/field';
import { AccountFilters, CurrencyField, DayFields } from './account-filters';
import { PAYMENT_ORDER, PAYMENT_SORTS, type PaymentSearch } from './payment-search';

/** What the payments can be narrowed by. */
export function PaymentFilters({ view }: { view: PaymentSearch }) {
  const t = useTranslations('invoices');
  const { currency, method, paidFrom, paidTo } = view;
  return (
    <AccountFilters
      view={view}
      hint={t('searchPayments')}
      sorts={PAYMENT_SORTS.map((word) => ({ word, title: t(`columns.${word}`) }))}
      byDefault={PAYMENT_ORDER}
      chosen={[currency, method, paidFrom, paidTo].filter(Boolean).length}
    >
      <DayFields of="paid" from="paidFrom" to="paidTo" />
      <Field label={t('filters.method')}>
        <input name="method" maxLength={200} autoComplete="off" />
      </Field>
      <CurrencyField />
    </AccountFilters>
  );
}
