import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './list.module.css';
import type { ListSearch, View } from './list-search';

interface StatusTabsProps<Status extends NonNullable<View['status']>> {
  statuses: readonly Status[];
  words: (status: Status) => string;
  view: ListSearch<Status>;
  counts: readonly { status: string; count: number }[] | undefined;
}

/** One link for each status, with how many there are. They are links because each is an address. */
export function StatusTabs<Status extends NonNullable<View['status']>>({
  statuses,
  words,
  view,
  counts,
}: StatusTabsProps<Status>) {
  const t = useTranslations('freight.list');
  const countOf = (status: Status): number => counts?.find((one) => one.status === status)?.count ?? 0;
  const all = counts?.reduce((sum, { count }) => sum + count, 0);
  const search = view.search ? { search: view.search } : {};
  return (
    <nav className={styles['tabs']} aria-label={t('byStatus')}>
      <Tab words={t('all')} count={all} search={search} current={!view.status} />
      {statuses.map((status) => (
        <Tab
          key={status}
          words={words(status)}
          count={counts && countOf(status)}
          search={{ ...search, status }}
          current={view.status === status}
        />
      ))}
    </nav>
  );
}

interface TabProps {
  words: string;
  count: number | undefined;
  search: Pick<View, 'search' | 'status'>;
  current: boolean;
}

function Tab({ words, count, search, current }: TabProps) {
  const format = useFormatter();
  return (
    <Link
      to="."
      search={search}
      data-current={current || undefined}
      aria-current={current ? 'true' : undefined}
    >
      {words} <span className={styles['count']}>{count === undefined ? '' : format.number(count)}</span>
    </Link>
  );
}
