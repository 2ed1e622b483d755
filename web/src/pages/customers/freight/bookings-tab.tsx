import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
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
import { CONNOTE_STATUSES } from './status-names';
import { ConnoteMark } from './statuses';

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

/** Until a price is set, the contract has 0.00, which would be read as free. */
const priceOf = (amount: string): string | null => (/[1-9]/.test(amount) ? amount : null);

function useColumns(): Column<Row>[] {
  const t = useTranslations('freight.columns');
  const own = useTranslations('customers.columnsOfFreight');
  return [
    {
      name: 'lane',
      look: 'title',
      title: t('lane'),
      cell: ({ pickup, delivery }) => laneOf(pickup, delivery),
    },
    { name: 'number', look: 'code', title: t('number'), cell: ({ number }) => number },
    { name: 'theirs', look: 'note', title: own('theirs'), cell: (row) => row.customerReference },
    {
      name: 'status',
      look: 'status',
      title: t('status'),
      cell: ({ status }) => <ConnoteMark status={status} />,
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
      cell: ({ totalAmount, currency }) => <Quantity value={priceOf(totalAmount)} unit={currency} />,
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
