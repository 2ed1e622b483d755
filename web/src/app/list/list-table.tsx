import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../parts/class-names';
import { HeaderCell } from './header-cell';
import styles from './list.module.css';
import type { Selection } from './selection';

/**
 * How a column of a list looks. `title` has the link that the whole row follows, `code` is a number or reference, `amount`
 * is right-aligned, `note` may be cut short. On a phone only title, code, status and amount are shown, in two lines.
 */
type Look = 'title' | 'code' | 'status' | 'amount' | 'number' | 'note' | 'day' | 'text';

/** In which direction a column's values are read, if not as the page: what people wrote may be in any. */
const DIRECTIONS: Partial<Record<Look, 'ltr' | 'auto'>> = {
  ...{ code: 'ltr', title: 'auto', note: 'auto', text: 'auto' },
};

/** A column of a list. */
export interface Column<Row> {
  /** Its key, unlike any other of the list. */
  name: string;
  look: Look;
  title: string;
  /** The word of the address that orders the list by it, if it can be ordered by it. */
  sort?: string;
  cell: (row: Row) => ReactNode;
}

/** What a row of any list has. */
export interface ListRow {
  id: string;
}

interface ListTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Whether these are the rows of the page before, while the next is on its way. */
  old: boolean;
  /** How they are ordered: the word of a column's `sort`, after a `-` if downwards. */
  order?: string | undefined;
  /** Lets rows be chosen by checkboxes, each of which is named after its row. */
  selection?: Selection | undefined;
  nameOf?: ((row: Row) => string) | undefined;
}

/** The rows of a list. The whole row follows the link in it. */
export function ListTable<Row extends ListRow>(props: ListTableProps<Row>) {
  const { caption, columns, rows, old, order, selection, nameOf = ({ id }) => id } = props;
  return (
    <div className={styles['scroll']}>
      <table
        className={classNames(styles['table'], old && styles['old'])}
        aria-busy={old}
        data-selects={selection ? true : undefined}
      >
        <caption className={styles['caption']}>{caption}</caption>
        <thead>
          <tr>
            {selection ? <SelectAll ids={rows.map(({ id }) => id)} selection={selection} /> : null}
            {columns.map(({ name, look, title, sort }) => (
              <HeaderCell key={name} title={title} look={look} sort={sort} order={order} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-selected={selection?.ids.has(row.id) || undefined}>
              {selection ? <SelectRow id={row.id} name={nameOf(row)} selection={selection} /> : null}
              {columns.map(({ name, look, cell }) => (
                <td key={name} data-look={look} dir={DIRECTIONS[look]}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SelectAll({ ids, selection }: { ids: readonly string[]; selection: Selection }) {
  const t = useTranslations('list');
  const chosen = ids.filter((id) => selection.ids.has(id)).length;
  return (
    <th scope="col" data-look="select">
      <label>
        <input
          type="checkbox"
          aria-label={t('selectAll')}
          ref={(input) => {
            if (input) input.indeterminate = chosen > 0 && chosen < ids.length;
          }}
          checked={chosen > 0 && chosen === ids.length}
          onChange={() => selection.toggleAll(ids)}
        />
      </label>
    </th>
  );
}

function SelectRow({ id, name, selection }: { id: string; name: string; selection: Selection }) {
  const t = useTranslations('list');
  return (
    <td data-look="select">
      <label>
        <input
          type="checkbox"
          aria-label={t('select', { name })}
          checked={selection.ids.has(id)}
          onChange={() => selection.toggle(id)}
        />
      </label>
    </td>
  );
}
