import { useTranslations } from 'use-intl';
import { classNames } from '../../parts/class-names';
import type { Column } from './columns';
import styles from './grid.module.css';
import { isSort, type Sort } from './inventory-search';

interface GridHeaderProps {
  columns: readonly Column[];
  sort: string[];
  onSort: (pressed: Sort, adds: boolean) => void;
}

/** The names of the columns. A press orders the rows; with Shift, as the second key. */
export function GridHeader({ columns, sort, onSort }: GridHeaderProps) {
  const t = useTranslations('inventory');
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['row']}>
        {columns.map(({ name, look }, index) => {
          const direction = sort.includes(name)
            ? 'ascending'
            : sort.includes(`-${name}`)
              ? 'descending'
              : 'none';
          return (
            <div
              key={name}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={direction}
              className={classNames(styles['cell'], look && styles[look], styles[name])}
            >
              {isSort(name) ? (
                <button type="button" tabIndex={-1} onClick={(event) => onSort(name, event.shiftKey)}>
                  {t(`columns.${name}`)}
                  <span aria-hidden="true">{MARKS[direction]}</span>
                </button>
              ) : (
                <span className={styles['unsorted']}>{t(`columns.${name}`)}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const MARKS = { ascending: ' ↑', descending: ' ↓', none: '' };
