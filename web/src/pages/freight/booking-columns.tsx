import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Amount } from '../../app/freight/amount';
import { ConnoteStatusMark } from '../../app/freight/statuses';
import { laneOf } from '../../app/lane';
import type { Column } from '../../app/list/list-table';
import type { PortalBookingsQuery } from '../../app/operations.generated';
import { Quantity } from '../../parts/quantity';
import { Time } from '../../parts/time';

type Row = PortalBookingsQuery['connotes']['nodes'][number];

/** The columns of a list of bookings. @param value what a phone shows beside the lane */
export function useBookingColumns(value: 'price' | 'expected' = 'price'): Column<Row>[] {
  const byPrice = value === 'price';
  const t = useTranslations('freight.columns');
  return [
    {
      name: 'lane',
      look: 'title',
      title: t('lane'),
      cell: ({ number, pickup, delivery }) => (
        <Link to="/customer/bookings/$number" params={{ number }}>
          {laneOf(pickup, delivery)}
        </Link>
      ),
    },
    { name: 'number', look: 'code', title: t('number'), cell: ({ number }) => number },
    { name: 'yours', look: 'note', title: t('yours'), cell: ({ customerReference }) => customerReference },
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
      look: byPrice ? 'amount' : 'number',
      title: t('price'),
      cell: (row) => <Amount {...row} />,
    },
    { name: 'made', look: 'day', title: t('pickup'), cell: ({ pickupOn }) => <Time value={pickupOn} /> },
    {
      name: 'expected',
      look: byPrice ? 'day' : 'amount',
      title: t('expected'),
      cell: ({ estimatedDeliveryOn }) => <Time value={estimatedDeliveryOn} />,
    },
  ];
}
