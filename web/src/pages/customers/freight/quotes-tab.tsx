import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useQuoteColumns } from '../../../app/freight/columns';
import { QUOTE_STATUSES } from '../../../app/freight/status-names';
import { List } from '../../../app/list/list';
import type { Column } from '../../../app/list/list-table';
import { SearchBox } from '../../../app/list/search-box';
import { StatusTabs } from '../../../app/list/status-tabs';
import type { PortalCustomerQuotesQuery } from '../../../app/operations.generated';
import { EmptyState } from '../../../parts/empty-state';
import { Time } from '../../../parts/time';
import { CustomerFrame } from '../customer-frame';
import { customerQuotesQuery } from '../customer-queries';
import { customerVariables } from './customer-variables';

type Row = PortalCustomerQuotesQuery['quotes']['nodes'][number];

/** The quotes of a customer. */
export function QuotesTab() {
  const { id } = useParams({ from: '/shell/dashboard/customers/$id/quotes' });
  return (
    <CustomerFrame id={id} tab="quotes">
      {() => <Quotes customerId={id} />}
    </CustomerFrame>
  );
}

function Quotes({ customerId }: { customerId: string }) {
  const t = useTranslations('customers');
  const freight = useTranslations('freight');
  const view = useSearch({ from: '/shell/dashboard/customers/$id/quotes' });
  const list = useQuery(customerQuotesQuery(customerVariables(customerId, view)));
  return (
    <>
      <StatusTabs
        statuses={QUOTE_STATUSES}
        words={(status) => freight(`quoteStatus.${status}`)}
        current={view.status}
        counts={list.data?.countsByStatus}
      />
      <SearchBox value={view.search} hint={t('quotes.searchHint')} />
      <List
        caption={t('tabs.quotes')}
        list={list}
        columns={useColumns()}
        filtered={Boolean(view.search || view.status)}
        empty={<EmptyState title={t('quotes.empty')} text={t('quotes.emptyText')} />}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations('freight.columns');
  const own = useTranslations('customers.columnsOfFreight');
  const { lane, number, status, weight, price, requested } = useQuoteColumns('/operations/quotes/$reference');
  return [
    ...[lane, number],
    { name: 'theirs', look: 'note', title: own('theirs'), cell: (row) => row.customerReference },
    ...[status, weight, price],
    {
      name: 'validUntil',
      look: 'day',
      title: t('validUntil'),
      cell: ({ validUntil }) => <Time value={validUntil} />,
    },
    requested,
  ];
}
