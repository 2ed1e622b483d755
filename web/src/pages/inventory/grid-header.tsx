import { useTranslations } from 'use-intl';
import { classNames } from '../../parts/class-names';
import type { Column } from './columns';
import styles from './grid.module.css';
import { type ColumnName, isSort } from './inventory-search';

interface GridHeaderProps {
  columns: readonly Column[];
  sort: readonly string[];
  /** The column that the keyboard is at; null if it is in the rows. */
  active: number | null;
  onPress: (column: number, adds: boolean) => void;
}

/** The id of a column's header. */
export const headId = (name: ColumnName): string => `head-${name}`;

/** The names of the columns. A press orders the rows; with Shift, as the second key. */
export function GridHeader({ columns, sort, active, onPress }: GridHeaderProps) {
  const t = useTranslations('inventory');
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['row']}>
        {columns.map(({ name, look }, index) => {
          const [direction, mark] = directionOf(name, sort);
          return (
            <div
              key={name}
              role="columnheader"
              id={headId(name)}
              aria-colindex={index + 1}
              aria-sort={direction}
              className={classNames(
                styles['cell'],
                look && styles[look],
                styles[name],
                index === active && styles['active'],
              )}
            >
              {isSort(name) ? (
                <button type="button" tabIndex={-1} onClick={(event) => onPress(index, event.shiftKey)}>
                  {t(`columns.${name}`)}
                  <span aria-hidden="true">{mark}</span>
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

/** How a column orders the rows, in ARIA's word and as a mark; of two columns, with its rank. */
function directionOf(
  name: ColumnName,
  sort: readonly string[],
): ['ascending' | 'descending' | 'none', string] {
  const at = sort.findIndex((word) => word.replace(/^-/, '') === name);
  if (at < 0) return ['none', ''];
  const rank = sort.length > 1 ? ['¹', '²', '³'][at] : '';
  return sort[at] === name ? ['ascending', ` ↑${rank}`] : ['descending', ` ↓${rank}`];
}
