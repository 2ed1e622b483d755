import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Amount } from '../../../app/freight/amount';
import { CONNOTE_STATUSES } from '../../../app/freight/status-names';
import { ConnoteStatusMark } from '../../../app/freight/statuses';
import { laneOf } from '../../../app/lane';
import { List } from '../../../app/list/list';
import type { Column } from '../../../app/list/list-table';
import { SearchBox } from '../../../app/list/search-box';
import { StatusTabs } from '../../../app/list/status-tabs';
import type { PortalCustomerBookingsQuery } from '../../../app/operations.generated';
import { EmptyState } from '../../../parts/empty-state';
import { Quantity } from '../../../parts/quantity';
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
  return [
    {
      name: 'lane',
      look: 'title',
      title: t('lane'),
      cell: ({ number, pickup, delivery }) => (
        <Link to="/operations/connotes/$number" params={{ number }}>
          {laneOf(pickup, delivery)}
        </Link>
      ),
    },
    { name: 'number', look: 'code', title: t('number'), cell: ({ number }) => number },
    { name: 'theirs', look: 'note', title: own('theirs'), cell: (row) => row.customerReference },
    {
      name: 'status',
      look: 'status',
      title: t('status'),
      cell: ({ status }) => <ConnoteStatusMark status={status} />,
    },
    {
      name: 'weight',
      look: 'number',
      title: t('weight'),
      cell: ({ chargeableWeightKg }) => <Quantity value={chargeableWeightKg} unit="kg" />,
    },
    {
      name: 'price',
      look: 'amount',
      title: t('price'),
      cell: (row) => <Amount {...row} />,
    },
    { name: 'pickup', look: 'day', title: t('pickup'), cell: ({ pickupOn }) => <Time value={pickupOn} /> },
    {
      name: 'expected',
      look: 'day',
      title: t('expected'),
      cell: ({ estimatedDeliveryOn }) => <Time value={estimatedDeliveryOn} />,
    },
  ];
}
