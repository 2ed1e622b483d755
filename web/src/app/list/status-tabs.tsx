import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './list.module.css';
import { changedView } from './list-search';

interface StatusTabsProps<Status extends string> {
  statuses: readonly Status[];
  words: (status: Status) => string;
  /** The status that the list has now; all, if there is none. */
  current: NoInfer<Status> | undefined;
  counts: readonly { status: string; count: number }[] | undefined;
}

/** One link for each status, with how many there are. They are links because each is an address. */
export function StatusTabs<Status extends string>({
  statuses,
  words,
  current,
  counts,
}: StatusTabsProps<Status>) {
  const t = useTranslations('list');
  const countOf = (status: Status): number => counts?.find((one) => one.status === status)?.count ?? 0;
  const all = counts?.reduce((sum, { count }) => sum + count, 0);
  return (
    <nav className={styles['tabs']} aria-label={t('byStatus')}>
      <Tab words={t('all')} count={all} status={undefined} current={!current} />
      {statuses.map((status) => (
        <Tab
          key={status}
          words={words(status)}
          count={counts && countOf(status)}
          status={status}
          current={current === status}
        />
      ))}
    </nav>
  );
}

interface TabProps {
  words: string;
  count: number | undefined;
  status: string | undefined;
  current: boolean;
}

function Tab({ words, count, status, current }: TabProps) {
  const format = useFormatter();
  return (
    <Link
      to="."
      search={changedView({ status })}
      // Or the router takes the link to all of them for the current one, whatever the status.
      activeOptions={{ explicitUndefined: true }}
      data-current={current || undefined}
      aria-current={current ? 'true' : undefined}
    >
      {words} <span className={styles['count']}>{count === undefined ? '' : format.number(count)}</span>
    </Link>
  );
}
