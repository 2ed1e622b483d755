import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Amount } from '../../../app/freight/amount';
import { ConnoteStatusMark } from '../../../app/freight/statuses';
import { laneOf } from '../../../app/lane';
import type { Column } from '../../../app/list/list-table';
import type { StaffConnoteRowFragment } from '../../../app/operations.generated';
import { Quantity } from '../../../parts/quantity';
import { Time } from '../../../parts/time';
import { customerName } from './customer';

/** The columns of the list of connotes. */
export function useConnoteColumns(): Column<StaffConnoteRowFragment>[] {
  const t = useTranslations('freight.columns');
  const own = useTranslations('operations');
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
    {
      name: 'customer',
      look: 'note',
      title: own('customer'),
      cell: ({ customer }) => customerName(customer),
    },
    { name: 'number', look: 'code', title: t('number'), cell: ({ number }) => number },
    {
      name: 'status',
      look: 'status',
      title: t('status'),
      cell: ({ status }) => <ConnoteStatusMark status={status} />,
    },
    { name: 'driver', look: 'note', title: own('driver'), cell: ({ driver }) => driver?.name ?? '–' },
    { name: 'pickup', look: 'day', title: t('pickup'), cell: ({ pickupOn }) => <Time value={pickupOn} /> },
    {
      name: 'weight',
      look: 'number',
      title: t('weight'),
      cell: ({ chargeableWeightKg }) => <Quantity value={chargeableWeightKg} unit="kg" />,
    },
    { name: 'price', look: 'amount', title: t('price'), cell: (row) => <Amount {...row} /> },
  ];
}
