import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { EmptyState } from '../../parts/empty-state';
import { Time } from '../../parts/time';
import { List } from '../list/list';
import type { Column } from '../list/list-table';
import type { RewardsWithEntries } from './rewards-queries';

type Row = RewardsWithEntries['entries']['nodes'][number];

/** Where the quotes and bookings of entries are. */
interface Places {
  quote: '/customer/quotes/$reference' | '/operations/quotes/$reference';
  booking: '/customer/bookings/$number' | '/operations/connotes/$number';
}

interface LedgerProps {
  rewards: UseQueryResult<RewardsWithEntries>;
  places: Places;
}

/** The entries of a ledger, newest first. Each leads to its quote or booking. */
export function Ledger({ rewards, places }: LedgerProps) {
  const t = useTranslations('rewards');
  const columns = useColumns(places);
  const list = { ...rewards, data: rewards.data?.entries } as UseQueryResult<RewardsWithEntries['entries']>;
  return (
    <List
      caption={t('ledger')}
      list={list}
      columns={columns}
      filtered={false}
      empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
    />
  );
}

function useColumns({ quote: toQuote, booking: toBooking }: Places): Column<Row>[] {
  const t = useTranslations('rewards');
  const format = useFormatter();
  const signed = (points: number) => format.number(points, { signDisplay: 'exceptZero' });
  return [
    {
      name: 'what',
      look: 'title',
      title: t('columns.what'),
      cell: ({ kind, note, quote, connote }) => {
        const what = note ? t('noted', { kind: t(`kind.${kind}`), note }) : t(`kind.${kind}`);
        if (quote)
          return (
            <Link to={toQuote} params={{ reference: quote.reference }}>
              {what}
            </Link>
          );
        if (!connote) return what;
        return (
          <Link to={toBooking} params={{ number: connote.number }}>
            {what}
          </Link>
        );
      },
    },
    {
      name: 'number',
      look: 'code',
      title: t('columns.number'),
      cell: ({ quote, connote }) => quote?.reference ?? connote?.number,
    },
    { name: 'points', look: 'amount', title: t('columns.points'), cell: ({ points }) => signed(points) },
    {
      name: 'balance',
      look: 'number',
      title: t('columns.balance'),
      cell: ({ balance }) => format.number(balance),
    },
    { name: 'by', look: 'text', title: t('columns.by'), cell: ({ by }) => by?.name ?? t('portal') },
    {
      name: 'expires',
      look: 'day',
      title: t('columns.expires'),
      cell: ({ expiresOn }) => expiresOn && <Time value={expiresOn} />,
    },
    { name: 'at', look: 'day', title: t('columns.at'), cell: ({ at }) => <Time value={at} /> },
  ];
}
