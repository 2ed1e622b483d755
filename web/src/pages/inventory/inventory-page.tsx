import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { usePageTitle } from '../../app/use-page-title';
import { EmptyState } from '../../parts/empty-state';
import { Problem } from '../../parts/problem';
import styles from './inventory.module.css';
import { InventoryGrid } from './inventory-grid';
import { filterOf, nextSort } from './inventory-search';
import type { LivePages } from './live/use-live-pages';
import { StaleBanner } from './stale-banner';
import { Toolbar } from './toolbar';
import { Totals, type TotalsState, useTotals } from './totals';
import { useChange } from './use-change';

/** The stock that the ERP holds within the viewer's scope. What is shown is in the address. */
export function InventoryPage() {
  const t = useTranslations('inventory');
  const search = useSearch({ from: '/shell/inventory' });
  const change = useChange();
  usePageTitle(t('title'));
  const filter = filterOf(search);
  const totals = useTotals(filter);
  const isFiltered = Object.keys(filter).length > 0;
  const around = (pages: LivePages) => <Around pages={pages} totals={totals} isFiltered={isFiltered} />;
  return (
    <div className={styles['page']}>
      <h1>{t('title')}</h1>
      <Toolbar search={search} change={change} />
      <InventoryGrid
        search={search}
        rowCount={totals.itemCount}
        onSort={(pressed, adds) => change((before) => ({ sort: nextSort(before, pressed, adds) }))}
        onOpen={(item, replaces) => change({ item }, replaces)}
        around={around}
      />
    </div>
  );
}

interface AroundProps {
  pages: LivePages;
  totals: TotalsState;
  isFiltered: boolean;
}

/** How much there is, and why there are no rows, or old ones. */
function Around({ pages, totals, isFiltered }: AroundProps) {
  const t = useTranslations('inventory');
  const isEmpty = pages.count === 0;
  const words = isFiltered ? 'noneFound' : 'none';
  return (
    <>
      <Totals totals={totals} asOf={pages.asOf} live={pages.stale ? 'off' : pages.live.state} />
      {pages.stale && pages.asOf ? <StaleBanner since={pages.asOf} /> : null}
      {pages.error ? <Problem error={pages.error} onRetry={pages.retry} /> : null}
      {isEmpty ? <EmptyState title={t(words)} text={t(`${words}Text`)} /> : null}
    </>
  );
}
