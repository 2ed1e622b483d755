import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { List } from '../../app/list/list';
import { pageVariables } from '../../app/list/list-search';
import { PageHeading } from '../../app/page-heading';
import { EmptyState } from '../../parts/empty-state';
import { later } from '../../parts/later';
import layout from '../../parts/layout.module.css';
import { AccountTabs } from './account-tabs';
import { ExportButton } from './export-button';
import { InvoicePanel } from './invoice-panel';
import { paymentsQuery } from './invoice-queries';
import { usePaymentColumns } from './payment-columns';
import { PaymentFilters } from './payment-filters';
import { filterOf, PAYMENT_ORDER, type PaymentSearch, paymentOrder } from './payment-search';
import { useSight } from './sight';
import { StaleRows } from './stale-rows';

const PaymentExport = later(async () => (await import('./payment-export')).PaymentExport);

/** The payments of the customers that the viewer sees, as the ERP has them. What is shown is in the address. */
export function PaymentsPage() {
  const t = useTranslations('invoices');
  const view = useSearch({ from: '/shell/payments' });
  const filter = filterOf(view);
  const list = useQuery(paymentsQuery({ filter, orderBy: paymentOrder(view), ...pageVariables(view) }));
  const { isWide } = useSight();
  const columns = usePaymentColumns(isWide);
  return (
    <div className={layout['page']}>
      <PageHeading title={t('tabs.payments')}>
        <Export view={view} />
      </PageHeading>
      <AccountTabs tab="payments" />
      <PaymentFilters view={view} />
      <StaleRows list={list.data} />
      <List
        caption={t('tabs.payments')}
        list={list}
        columns={columns}
        order={view.sort ?? PAYMENT_ORDER}
        filtered={Object.keys(filter).length > 0}
        empty={<EmptyState title={t('emptyPayments')} text={t('emptyText')} />}
      />
      {view.invoice ? <InvoicePanel id={view.invoice} known={undefined} /> : null}
    </div>
  );
}

function Export({ view }: { view: PaymentSearch }) {
  const { isWide } = useSight();
  return (
    <ExportButton dialog={(close) => <PaymentExport view={view} hasCustomer={isWide} onClose={close} />} />
  );
}
