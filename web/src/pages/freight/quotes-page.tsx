import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useQuoteColumns } from '../../app/freight/columns';
import { QUOTE_STATUSES } from '../../app/freight/status-names';
import { List } from '../../app/list/list';
import { listVariables } from '../../app/list/list-search';
import type { Column } from '../../app/list/list-table';
import { SearchBox } from '../../app/list/search-box';
import { StatusTabs } from '../../app/list/status-tabs';
import type { PortalQuotesQuery } from '../../app/operations.generated';
import { PageHeading } from '../../app/page-heading';
import { ButtonLink } from '../../parts/button-link';
import { EmptyState } from '../../parts/empty-state';
import styles from '../../parts/layout.module.css';
import { Time } from '../../parts/time';
import { quotesQuery } from './freight-queries';

type Row = PortalQuotesQuery['quotes']['nodes'][number];

/** The quotes of the viewer's company: those with a price to decide on first among the tabs. */
export function QuotesPage() {
  const t = useTranslations('freight');
  const view = useSearch({ from: '/shell/customer/quotes' });
  const list = useQuery(quotesQuery(listVariables(view)));
  const columns = useColumns();
  const request = <ButtonLink to="/customer/request-quote">{t('quotes.request')}</ButtonLink>;
  return (
    <div className={styles['page']}>
      <PageHeading title={t('quotes.title')}>{request}</PageHeading>
      <StatusTabs
        statuses={QUOTE_STATUSES}
        words={(status) => t(`quoteStatus.${status}`)}
        current={view.status}
        counts={list.data?.countsByStatus}
      />
      <SearchBox value={view.search} hint={t('list.searchHint')} />
      <List
        caption={t('quotes.title')}
        list={list}
        columns={columns}
        filtered={Boolean(view.search || view.status)}
        empty={
          <EmptyState title={t('quotes.empty')} text={`${t('quotes.emptyText')} ${t('list.linkedText')}`}>
            <Link to="/customer/request-quote">{t('quotes.request')}</Link>
          </EmptyState>
        }
      />
    </div>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations('freight.columns');
  const { lane, number, status, weight, price, requested } = useQuoteColumns('/customer/quotes/$reference');
  return [
    ...[lane, number],
    { name: 'yours', look: 'note', title: t('yours'), cell: ({ customerReference }) => customerReference },
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
