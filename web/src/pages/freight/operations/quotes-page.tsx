import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { customerName } from '../../../app/customer-name';
import { useQuoteColumns } from '../../../app/freight/columns';
import { List } from '../../../app/list/list';
import { listVariables } from '../../../app/list/list-search';
import type { Column } from '../../../app/list/list-table';
import { SearchBox } from '../../../app/list/search-box';
import { StatusTabs } from '../../../app/list/status-tabs';
import type { PortalStaffQuotesQuery, QuoteStatus } from '../../../app/operations.generated';
import { PageHeading } from '../../../app/page-heading';
import { EmptyState } from '../../../parts/empty-state';
import styles from '../../../parts/layout.module.css';
import { Time } from '../../../parts/time';
import { quotesQuery } from './freight-queries';

type Row = PortalStaffQuotesQuery['quotes']['nodes'][number];

/** Those first that wait for a price. */
const STATUSES: readonly QuoteStatus[] = ['PENDING', 'QUOTED', 'APPROVED', 'REJECTED', 'EXPIRED'];

/** The quotes of all customers. */
export function QuotesPage() {
  const t = useTranslations();
  const view = useSearch({ from: '/shell/operations/quotes' });
  const list = useQuery(quotesQuery(listVariables(view)));
  const columns = useColumns();
  return (
    <div className={styles['page']}>
      <PageHeading title={t('common.pages.quotes')} />
      <StatusTabs
        statuses={STATUSES}
        words={(status) => t(`freight.quoteStatus.${status}`)}
        current={view.status}
        counts={list.data?.countsByStatus}
      />
      <SearchBox value={view.search} hint={t('operations.searchHint')} />
      <List
        caption={t('common.pages.quotes')}
        list={list}
        columns={columns}
        filtered={Boolean(view.search || view.status)}
        empty={
          <EmptyState title={t('operations.quotes.empty')} text={t('operations.quotes.emptyText')}>
            <Link to="/operations/rates">{t('operations.rates.title')}</Link>
          </EmptyState>
        }
      />
    </div>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations('freight.columns');
  const own = useTranslations('operations');
  const { lane, number, status, weight, price, requested } = useQuoteColumns('/operations/quotes/$reference');
  return [
    lane,
    {
      name: 'customer',
      look: 'note',
      title: own('customer'),
      cell: ({ customer }) => customerName(customer),
    },
    ...[number, status, weight, price],
    { name: 'pickup', look: 'day', title: t('pickup'), cell: ({ pickupOn }) => <Time value={pickupOn} /> },
    requested,
  ];
}
