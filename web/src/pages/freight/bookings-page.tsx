import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { CONNOTE_STATUSES } from '../../app/freight/status-names';
import { List } from '../../app/list/list';
import { listVariables } from '../../app/list/list-search';
import { SearchBox } from '../../app/list/search-box';
import { StatusTabs } from '../../app/list/status-tabs';
import { PageHeading } from '../../app/page-heading';
import { ButtonLink } from '../../parts/button-link';
import { EmptyState } from '../../parts/empty-state';
import styles from '../../parts/layout.module.css';
import { useBookingColumns } from './booking-columns';
import { bookingsQuery } from './freight-queries';

/** The bookings of the viewer's company. */
export function BookingsPage() {
  const t = useTranslations('freight');
  const view = useSearch({ from: '/shell/customer/bookings' });
  const list = useQuery(bookingsQuery(listVariables(view)));
  const columns = useBookingColumns();
  return (
    <div className={styles['page']}>
      <PageHeading title={t('bookings.title')}>
        <ButtonLink to="/customer/book-shipment">{t('bookings.book')}</ButtonLink>
      </PageHeading>
      <StatusTabs
        statuses={CONNOTE_STATUSES}
        words={(status) => t(`connoteStatus.${status}`)}
        current={view.status}
        counts={list.data?.countsByStatus}
      />
      <SearchBox value={view.search} hint={t('list.searchHint')} />
      <List
        caption={t('bookings.title')}
        list={list}
        columns={columns}
        filtered={Boolean(view.search || view.status)}
        empty={
          <EmptyState title={t('bookings.empty')} text={`${t('bookings.emptyText')} ${t('list.linkedText')}`}>
            <Link to="/customer/quotes">{t('gone.toQuotes')}</Link>
          </EmptyState>
        }
      />
    </div>
  );
}
