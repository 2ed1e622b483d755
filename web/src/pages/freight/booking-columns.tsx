import { useTranslations } from 'use-intl';
import { useConnoteColumns } from '../../app/freight/columns';
import type { Column } from '../../app/list/list-table';
import type { PortalBookingsQuery } from '../../app/operations.generated';
import { Time } from '../../parts/time';

type Row = PortalBookingsQuery['connotes']['nodes'][number];

/** The columns of a list of bookings. @param value what a phone shows beside the lane */
export function useBookingColumns(value: 'price' | 'expected' = 'price'): Column<Row>[] {
  const byPrice = value === 'price';
  const t = useTranslations('freight.columns');
  const { lane, number, status, weight, price, pickup } = useConnoteColumns('/customer/bookings/$number');
  return [
    ...[lane, number],
    { name: 'yours', look: 'note', title: t('yours'), cell: ({ customerReference }) => customerReference },
    ...[status, weight],
    { ...price, look: byPrice ? 'amount' : 'number' },
    pickup,
    {
      name: 'expected',
      look: byPrice ? 'day' : 'amount',
      title: t('expected'),
      cell: ({ estimatedDeliveryOn }) => <Time value={estimatedDeliveryOn} />,
    },
  ];
}
