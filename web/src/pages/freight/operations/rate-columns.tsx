import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useToday } from '../../../app/days-left';
import type { Column } from '../../../app/list/list-table';
import type { RatePartsFragment } from '../../../app/operations.generated';
import { Quantity } from '../../../parts/quantity';
import { StatusMark } from '../../../parts/status-mark';
import { Time } from '../../../parts/time';

type Row = RatePartsFragment;

/** The lane of a rate, with a word where it has any state. */
export function useRateLane(): (rate: Pick<Row, 'originState' | 'destinationState'>) => string {
  const t = useTranslations('operations.rates');
  return ({ originState, destinationState }) =>
    `${originState ?? t('any')} → ${destinationState ?? t('any')}`;
}

/** The columns of the rate card. */
export function useRateColumns(): Column<Row>[] {
  const t = useTranslations('operations.rates');
  const lane = useRateLane();
  return [
    {
      name: 'lane',
      look: 'title',
      title: t('lane'),
      cell: (rate) => (
        <Link to="." search={{ rate: rate.id }}>
          {lane(rate)}
        </Link>
      ),
    },
    { name: 'state', look: 'status', title: t('state'), cell: (rate) => <RateState rate={rate} /> },
    {
      name: 'base',
      look: 'number',
      title: t('base'),
      cell: ({ base, currency }) => <Quantity value={base} unit={currency} />,
    },
    {
      name: 'perKg',
      look: 'amount',
      title: t('perKg'),
      cell: ({ perKg, currency }) => <Quantity value={perKg} unit={`${currency}/kg`} />,
    },
    {
      name: 'minimum',
      look: 'number',
      title: t('minimum'),
      cell: ({ minimum, currency }) => <Quantity value={minimum} unit={currency} />,
    },
    {
      name: 'from',
      look: 'code',
      title: t('validFrom'),
      cell: ({ validFrom }) => <Time value={validFrom} />,
    },
    {
      name: 'until',
      look: 'day',
      title: t('validUntil'),
      cell: ({ validUntil }) => <Time value={validUntil} />,
    },
  ];
}

/** Whether a rate is valid today. */
function RateState({ rate: { validFrom, validUntil } }: { rate: Row }) {
  const t = useTranslations('operations.rates');
  const today = useToday();
  if (!today) return null;
  if (validFrom > today) return <StatusMark tone="accent">{t('later')}</StatusMark>;
  if (validUntil && validUntil < today) return <StatusMark>{t('ended')}</StatusMark>;
  return <StatusMark tone="good">{t('valid')}</StatusMark>;
}
