import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { customerName } from '../../../app/customer-name';
import { laneOf } from '../../../app/lane';
import { changedView } from '../../../app/list/list-search';
import type { BoardColumnFragment, StaffConnoteRowFragment } from '../../../app/operations.generated';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { Time } from '../../../parts/time';
import styles from './board.module.css';
import { ConnoteFilters } from './connote-filters';
import type { ConnoteSearch } from './connote-search';
import { boardQuery } from './freight-queries';

/** The statuses of what is still to do, in the order of a connote's life. */
const COLUMNS = ['PENDING', 'CONFIRMED', 'ALLOCATED', 'IN_TRANSIT'] as const;

/** The newest connotes of each status side by side. */
export function ConnoteBoard() {
  const t = useTranslations('operations.connotes');
  const { search, driver }: ConnoteSearch = useSearch({ from: '/shell/operations/connotes' });
  const { data, error, refetch, isPlaceholderData } = useQuery(
    boardQuery({ search: search ?? null, driverId: driver ?? null }),
  );
  const rows = data ? COLUMNS.flatMap((status) => data[status].nodes) : [];
  return (
    <>
      <ConnoteFilters driverName={rows.find((row) => row.driver?.id === driver)?.driver?.name} />
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton rows={10} /> : null}
      {data ? (
        <section
          className={styles['board']}
          aria-label={t('board')}
          aria-busy={isPlaceholderData}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
          tabIndex={0}
        >
          {COLUMNS.map((status) => (
            <BoardColumn key={status} status={status} column={data[status]} />
          ))}
        </section>
      ) : null}
    </>
  );
}

interface BoardColumnProps {
  status: (typeof COLUMNS)[number];
  column: BoardColumnFragment;
}

function BoardColumn({ status, column: { nodes, totalCount } }: BoardColumnProps) {
  const t = useTranslations();
  const format = useFormatter();
  const id = `column-${status}`;
  return (
    <section className={styles['column']} aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {t(`freight.connoteStatus.${status}`)}{' '}
          <span className={styles['count']}>{format.number(totalCount)}</span>
        </h2>
        <Link to="." search={changedView({ view: undefined, status })}>
          {t('operations.connotes.showAll')}
        </Link>
      </header>
      {nodes.length === 0 ? <p className={styles['none']}>{t('operations.connotes.none')}</p> : null}
      <ul>
        {nodes.map((row) => (
          <Card key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Card({
  row: { number, pickup, delivery, customer, pickupOn, driver },
}: {
  row: StaffConnoteRowFragment;
}) {
  const t = useTranslations('freight.columns');
  return (
    <li className={styles['card']}>
      <p className={styles['lane']}>
        <Link to="/operations/connotes/$number" params={{ number }}>
          {laneOf(pickup, delivery)}
        </Link>
      </p>
      <p>{customerName(customer)}</p>
      <p className={styles['line']}>
        <code>{number}</code>
        {pickupOn ? (
          <span>
            {t('pickup')} <Time value={pickupOn} />
          </span>
        ) : null}
      </p>
      {driver ? <p>{driver.name}</p> : null}
    </li>
  );
}
