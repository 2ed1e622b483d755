import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { List } from '../../app/list/list';
import { pageVariables } from '../../app/list/list-search';
import { StatusTabs } from '../../app/list/status-tabs';
import { PageHeading } from '../../app/page-heading';
import { EmptyState } from '../../parts/empty-state';
import { later } from '../../parts/later';
import layout from '../../parts/layout.module.css';
import { AccountTabs } from './account-tabs';
import { ExportButton } from './export-button';
import { useInvoiceColumns } from './invoice-columns';
import { InvoiceFilters } from './invoice-filters';
import { InvoicePanel } from './invoice-panel';
import { invoicesQuery } from './invoice-queries';
import { filterOf, INVOICE_ORDER, INVOICE_STATUSES, invoiceOrder, wholeFilterOf } from './invoice-search';
import { OpenSums } from './open-sums';
import { useSight } from './sight';
import { StaleRows } from './stale-rows';

const InvoiceExport = later(async () => (await import('./invoice-export')).InvoiceExport);

/** The invoices of the customers that the viewer sees, as the ERP has them. What is shown is in the address. */
export function InvoicesPage() {
  const t = useTranslations('invoices');
  const view = useSearch({ from: '/shell/invoices' });
  const [filter, rest] = [wholeFilterOf(view), filterOf(view)];
  const list = useQuery(invoicesQuery({ filter, orderBy: invoiceOrder(view), ...pageVariables(view) }));
  const { isWide } = useSight();
  const columns = useInvoiceColumns(isWide);
  return (
    <div className={layout['page']}>
      <PageHeading title={t('tabs.invoices')}>
        <ExportButton
          dialog={(close) => <InvoiceExport view={view} hasCustomer={isWide} onClose={close} />}
        />
      </PageHeading>
      <AccountTabs tab="invoices" />
      <OpenSums filter={rest} isSaid={list.isError} />
      <StatusTabs
        statuses={INVOICE_STATUSES}
        words={(status) => t(`status.${status}`)}
        current={view.status}
        counts={undefined}
      />
      <InvoiceFilters view={view} />
      <StaleRows list={list.data} />
      <List
        caption={t('tabs.invoices')}
        list={list}
        columns={columns}
        order={view.sort ?? INVOICE_ORDER}
        filtered={Object.keys(filter).length > 0}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      />
      {view.invoice ? (
        <InvoicePanel id={view.invoice} known={list.data?.nodes.find(({ id }) => id === view.invoice)} />
      ) : null}
    </div>
  );
}
