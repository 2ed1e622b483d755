import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { expiryCounts } from '../../app/expiry/expiry-query';
import { usePeriodName } from '../../app/expiry/period-name';
import { Problem } from '../../parts/problem';
import styles from './filters.module.css';
import { filterOf, type InventorySearch } from './inventory-search';

interface ExpiryValuesProps {
  search: InventorySearch;
  /** Names the group of choices that these belong to. */
  group: string;
  onChange: (days: string) => void;
}

/** The months in which rows expire under the other filters, and how many. */
export function ExpiryValues({ search, group, onChange }: ExpiryValuesProps) {
  const format = useFormatter();
  const nameOf = usePeriodName();
  const t = useTranslations('common.expiry');
  const {
    data: periods = [],
    error,
    refetch,
  } = useQuery({
    ...expiryCounts(filterOf(search, 'expires')),
    placeholderData: keepPreviousData,
  });
  if (error) {
    return (
      <li>
        <Problem error={error} onRetry={() => void refetch()} />
      </li>
    );
  }
  if (periods === null) return <li>{t('tooMany')}</li>;
  const isChosen = (days: string) => search.expires === days;
  return periods
    .filter(({ days, count }) => count > 0 || isChosen(days))
    .map((period) => (
      <li key={period.days}>
        <label>
          <input
            type="radio"
            name={group}
            checked={isChosen(period.days)}
            onChange={() => onChange(period.days)}
          />
          <span className={styles['name']}>{nameOf(period)}</span>
          <span className={styles['count']}>{format.number(period.count)}</span>
        </label>
      </li>
    ));
}
