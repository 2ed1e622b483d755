import type { ReactNode } from 'react';
import { classNames } from '../../parts/class-names';
import styles from './list.module.css';

/** A column of a list. On a phone only lane, name, status and value are shown, in two lines. */
export interface Column<Row> {
  name: 'lane' | 'name' | 'status' | 'value' | 'weight' | 'day' | 'made' | 'yours';
  title: string;
  cell: (row: Row) => ReactNode;
}

interface FreightTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Whether these are the rows of the page before, while the next is on its way. */
  old: boolean;
}

/** Rows of quotes or bookings. The whole row follows the link in it. */
export function FreightTable<Row extends { id: string }>({
  caption,
  columns,
  rows,
  old,
}: FreightTableProps<Row>) {
  return (
    <table className={classNames(styles['table'], old && styles['old'])} aria-busy={old}>
      <caption className={styles['caption']}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, title }) => (
            <th key={name} scope="col" data-column={name}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(({ name, cell }) => (
              <td key={name} data-column={name}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
