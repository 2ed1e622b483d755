import { useTranslations } from 'use-intl';
import { customerName } from '../../../app/customer-name';
import { useConnoteColumns } from '../../../app/freight/columns';
import type { Column } from '../../../app/list/list-table';
import type { StaffConnoteRowFragment } from '../../../app/operations.generated';

/** The columns of the list of connotes. */
export function useStaffConnoteColumns(): Column<StaffConnoteRowFragment>[] {
  const t = useTranslations('operations');
  const { lane, number, status, pickup, weight, price } = useConnoteColumns('/operations/connotes/$number');
  return [
    lane,
    {
      name: 'customer',
      look: 'note',
      title: t('customer'),
      cell: ({ customer }) => customerName(customer),
    },
    ...[number, status],
    { name: 'driver', look: 'note', title: t('driver'), cell: ({ driver }) => driver?.name ?? '–' },
    ...[pickup, weight, price],
  ];
}
