import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { List } from '../../app/list/list';
import { listVariables } from '../../app/list/list-search';
import { SearchBox } from '../../app/list/search-box';
import type { ConnoteStatus } from '../../app/operations.generated';
import { PageHeading } from '../../app/page-heading';
import { EmptyState } from '../../parts/empty-state';
import styles from '../../parts/layout.module.css';
import { useBookingColumns } from './booking-columns';
import { bookingsQuery } from './freight-queries';

const ON_THE_WAY: ConnoteStatus[] = ['CONFIRMED', 'ALLOCATED', 'IN_TRANSIT'];

/** Bookings from their confirmation until their delivery: those on the road first. */
export function ShipmentsPage() {
  const t = useTranslations('freight');
  const view = useSearch({ from: '/shell/customer/shipments' });
  const { filter, ...page } = listVariables(view);
  const list = useQuery(
    bookingsQuery({
      ...page,
      filter: { ...filter, status: ON_THE_WAY },
      orderBy: { field: 'STATUS', direction: 'DESC' },
    }),
  );
  const columns = useBookingColumns('expected');
  return (
    <div className={styles['page']}>
      <PageHeading title={t('shipments.title')} />
      <SearchBox value={view.search} hint={t('list.searchHint')} />
      <List
        caption={t('shipments.title')}
        list={list}
        columns={columns}
        filtered={Boolean(view.search)}
        empty={
          <EmptyState title={t('shipments.empty')} text={t('shipments.emptyText')}>
            <Link to="/customer/bookings">{t('shipments.all')}</Link>
          </EmptyState>
        }
      />
    </div>
  );
}
