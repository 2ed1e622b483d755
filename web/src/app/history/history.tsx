import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import layout from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { Time } from '../../parts/time';
import { ZoneNote } from '../../parts/zone-note';
import { about } from '../about';
import { groupByDay, type HistoryDay } from './group-by-day';
import styles from './history.module.css';
import { HistoryBanners } from './history-banners';
import { EntryLine, type Places } from './history-entry';
import { HistoryFilters } from './history-filters';
import { historyQuery } from './history-queries';
import { type HistorySearch, isFiltered } from './history-search';

interface HistoryProps {
  view: HistorySearch;
  /** Whose history staff read; null for the viewer's own. */
  customerId: string | null;
  places: Places;
}

/** What happened, as a line of time, with what it can be narrowed by. */
export function History({ view, customerId, places }: HistoryProps) {
  const t = useTranslations('history');
  const timeZone = useQuery(about).data?.portal.freight.timeZone;
  const history = useInfiniteQuery(historyQuery(view, customerId));
  const { data, error, hasNextPage, isFetchingNextPage, isPlaceholderData } = history;
  const retry = () => void (error && data && hasNextPage ? history.fetchNextPage() : history.refetch());
  // An empty list may be the ERP's doing, which a banner says.
  const isEmpty = data?.pages.every(({ nodes, missing }) => nodes.length + missing.length === 0);
  const days = groupByDay(data?.pages.flatMap(({ nodes }) => nodes) ?? [], timeZone);
  return (
    <>
      <HistoryFilters view={view} />
      {data ? <HistoryBanners pages={data.pages} onRetry={() => history.refetch()} /> : null}
      {error ? <Problem error={error} onRetry={retry} /> : data ? null : <Skeleton rows={10} />}
      {isEmpty ? <Nothing filtered={isFiltered(view)} /> : null}
      <div className={styles['days']} data-old={isPlaceholderData || undefined}>
        {days.map((day) => (
          <Day key={day.day} of={day} places={places} timeZone={timeZone} />
        ))}
      </div>
      {hasNextPage ? (
        <div className={layout['acts']}>
          <Button busy={isFetchingNextPage} onClick={() => history.fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      ) : null}
      <ZoneNote />
    </>
  );
}

interface DayProps {
  of: HistoryDay;
  places: Places;
  timeZone: string | undefined;
}

function Day({ of: { day, entries }, places, timeZone }: DayProps) {
  return (
    <section aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className={styles['day']}>
        <Time value={day} />
      </h2>
      <ol className={styles['entries']}>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} places={places} timeZone={timeZone} />
        ))}
      </ol>
    </section>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useTranslations('history');
  if (!filtered) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  return (
    <EmptyState title={t('noneFound')} text={t('noneFoundText')}>
      <Link to="." search={{}}>
        {t('showAll')}
      </Link>
    </EmptyState>
  );
}
