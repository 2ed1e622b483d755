import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import styles from './inventory.module.css';
import { type InventorySearch, SORT_COLUMNS, sortOf } from './inventory-search';
import type { Change } from './use-change';

/** The order of the rows where there are no headers to press. */
export function SortSelect({ search, change }: { search: InventorySearch; change: Change }) {
  const t = useTranslations('inventory');
  const [{ column, isDown } = { column: 'part', isDown: false }] = sortOf(search);
  return (
    <div className={styles['sort']}>
      <select
        aria-label={t('order')}
        value={column}
        onChange={({ target }) => change({ sort: [isDown ? `-${target.value}` : target.value] })}
      >
        {SORT_COLUMNS.map((each) => (
          <option key={each} value={each}>
            {t(`columns.${each}`)}
          </option>
        ))}
      </select>
      <Button onClick={() => change({ sort: [isDown ? column : `-${column}`] })}>
        {t(isDown ? 'down' : 'up')}
      </Button>
    </div>
  );
}
