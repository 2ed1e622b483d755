import { useTranslations } from 'use-intl';
import { AccountFilters, CurrencyField, DayFields } from './account-filters';
import { INVOICE_ORDER, INVOICE_SORTS, type InvoiceSearch } from './invoice-search';

/** What the invoices can be narrowed by, besides their status. */
export function InvoiceFilters({ view }: { view: InvoiceSearch }) {
  const t = useTranslations('invoices');
  const { currency, issuedFrom, issuedTo, dueFrom, dueTo } = view;
  return (
    <AccountFilters
      view={view}
      hint={t('searchInvoices')}
      sorts={INVOICE_SORTS.map((word) => ({ word, title: t(`columns.${word}`) }))}
      byDefault={INVOICE_ORDER}
      chosen={[currency, issuedFrom, issuedTo, dueFrom, dueTo].filter(Boolean).length}
    >
      <DayFields of="issued" from="issuedFrom" to="issuedTo" />
      <DayFields of="due" from="dueFrom" to="dueTo" />
      <CurrencyField />
    </AccountFilters>
  );
}
