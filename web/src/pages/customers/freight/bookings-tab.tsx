import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useConnoteColumns } from '../../../app/freight/columns';
import { CONNOTE_STATUSES } from '../../../app/freight/status-names';
import { List } from '../../../app/list/list';
import type { Column } from '../../../app/list/list-table';
import { SearchBox } from '../../../app/list/search-box';
import { StatusTabs } from '../../../app/list/status-tabs';
import type { PortalCustomerBookingsQuery } from '../../../app/operations.generated';
import { EmptyState } from '../../../parts/empty-state';
import { Time } from '../../../parts/time';
import { CustomerFrame } from '../customer-frame';
import { customerBookingsQuery } from '../customer-queries';
import { customerVariables } from './customer-variables';

type Row = PortalCustomerBookingsQuery['connotes']['nodes'][number];

/** The bookings of a customer. */
export function BookingsTab() {
  const { id } = useParams({ from: '/shell/dashboard/customers/$id/bookings' });
  return (
    <CustomerFrame id={id} tab="bookings">
      {() => <Bookings customerId={id} />}
    </CustomerFrame>
  );
}

function Bookings({ customerId }: { customerId: string }) {
  const t = useTranslations('customers');
  const freight = useTranslations('freight');
  const view = useSearch({ from: '/shell/dashboard/customers/$id/bookings' });
  const list = useQuery(customerBookingsQuery(customerVariables(customerId, view)));
  return (
    <>
      <StatusTabs
        statuses={CONNOTE_STATUSES}
        words={(status) => freight(`connoteStatus.${status}`)}
        current={view.status}
        counts={list.data?.countsByStatus}
      />
      <SearchBox value={view.search} hint={t('bookings.searchHint')} />
      <List
        caption={t('tabs.bookings')}
        list={list}
        columns={useColumns()}
        filtered={Boolean(view.search || view.status)}
        empty={<EmptyState title={t('bookings.empty')} text={t('bookings.emptyText')} />}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations('freight.columns');
  const own = useTranslations('customers.columnsOfFreight');
  const { lane, number, status, weight, price, pickup } = useConnoteColumns('/operations/connotes/$number');
  return [
    ...[lane, number],
    { name: 'theirs', look: 'note', title: own('theirs'), cell: (row) => row.customerReference },
    ...[status, weight, price, pickup],
    {
      name: 'expected',
      look: 'day',
      title: t('expected'),
      cell: ({ estimatedDeliveryOn }) => <Time value={estimatedDeliveryOn} />,
    },
  ];
}
