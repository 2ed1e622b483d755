import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { changedView } from '../../../app/list/list-search';
import { SearchBox } from '../../../app/list/search-box';
import { later } from '../../../parts/later';
import { Skeleton } from '../../../parts/skeleton';
import type { ConnoteSearch } from './connote-search';
import { driversQuery } from './freight-queries';
import styles from './operations.module.css';

/** No page waits for its search. */
const DriverField = later(async () => (await import('./driver-field')).DriverField);

/** Narrows the connotes by words and by driver. @param driverName the driver's name, where the rows tell it */
export function ConnoteFilters({ driverName }: { driverName: string | undefined }) {
  const t = useTranslations('operations');
  const navigate = useNavigate();
  const { search, driver }: ConnoteSearch = useSearch({ from: '/shell/operations/connotes' });
  const { data } = useQuery(driversQuery(''));
  const name = driverName ?? data?.find(({ id }) => id === driver)?.name ?? t('connotes.oneDriver');
  return (
    <div className={styles['filters']}>
      <SearchBox value={search} hint={t('searchHint')} />
      <DriverField
        meanwhile={<Skeleton rows={2} />}
        label={t('driver')}
        anyone={t('connotes.anyDriver')}
        driver={driver ? { value: driver, label: name } : null}
        onChange={({ value }) => navigate({ to: '.', search: changedView({ driver: value || undefined }) })}
      />
    </div>
  );
}
