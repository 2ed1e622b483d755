import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { laneOf } from '../../app/lane';
import type { PortalQuotesQuery } from '../../app/operations.generated';
import { PageHeading } from '../../app/page-heading';
import { ButtonLink } from '../../parts/button-link';
import { EmptyState } from '../../parts/empty-state';
import styles from '../../parts/layout.module.css';
import { Quantity } from '../../parts/quantity';
import { Time } from '../../parts/time';
import { FreightList } from './freight-list';
import { quotesQuery } from './freight-queries';
import type { Column } from './freight-table';
import { listVariables } from './list-search';
import { SearchBox } from './search-box';
import { QUOTE_STATUSES } from './status-names';
import { StatusTabs } from './status-tabs';
import { QuoteStatusMark } from './statuses';

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
        view={view}
        counts={list.data?.countsByStatus}
      />
      <SearchBox view={view} />
      <FreightList
        caption={t('quotes.title')}
        list={list}
        columns={columns}
        view={view}
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
  return [
    {
      name: 'lane',
      title: t('lane'),
      cell: ({ reference, origin, destination }) => (
        <Link to="/customer/quotes/$reference" params={{ reference }}>
          {laneOf(origin, destination)}
        </Link>
      ),
    },
    { name: 'name', title: t('reference'), cell: ({ reference }) => reference },
    { name: 'yours', title: t('yours'), cell: ({ customerReference }) => customerReference },
    { name: 'status', title: t('status'), cell: ({ status }) => <QuoteStatusMark status={status} /> },
    {
      name: 'weight',
      title: t('weight'),
      cell: ({ chargeableWeightKg }) => <Quantity value={chargeableWeightKg} unit="kg" />,
    },
    {
      name: 'value',
      title: t('price'),
      cell: ({ totalAmount, currency }) => <Quantity value={totalAmount} unit={totalAmount && currency} />,
    },
    { name: 'day', title: t('validUntil'), cell: ({ validUntil }) => <Time value={validUntil} /> },
    { name: 'made', title: t('requested'), cell: ({ createdAt }) => <Time value={createdAt} detail="day" /> },
  ];
}
