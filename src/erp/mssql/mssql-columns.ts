import sql from 'mssql';
import type { ErpQuery } from '../erp.js';
import { quotedName } from '../quoted-name.js';
import type { KnownColumn } from './mssql-parameters.js';
import type { ReceivedColumn } from './mssql-types.js';

/** The types of the columns that values are compared with, as far as they have been described. */
export class KnownColumns {
  readonly #selects = new Map<string, Map<string, KnownColumn>>();

  /** Stores the columns of a SELECT. A later description of the same SELECT replaces the earlier one. */
  remember(select: string, columns: readonly (KnownColumn & { name: string })[]): void {
    this.#selects.set(select, new Map(columns.map(({ name, ...known }) => [name, known])));
  }

  /** Null if no SELECT has a column of this name, or if two of them have different ones. */
  find(name: string): KnownColumn | null {
    const [first = null, ...others] = [...this.#selects.values()].flatMap(
      (columns) => columns.get(name) ?? [],
    );
    const differs = others.some(({ type, codePage }) => type !== first?.type || codePage !== first?.codePage);
    return differs ? null : first;
  }
}

/** Whether to ask the server for the column's code page. The query uses sql_variant, which can't hold varchar(max). */
export function hasCodePage({ type, length }: ReceivedColumn): boolean {
  return (type === sql.VarChar || type === sql.Char) && length <= 8000;
}

/** The query for the code pages of a SELECT's columns. It reads no row of the SELECT. */
export function codePagesOf(select: string, columns: readonly ReceivedColumn[]): ErpQuery {
  const expressions = columns.map(({ name }) => {
    const column = quotedName(name, 'mssql');
    const collation = `sql_variant_property(coalesce(described.${column}, ''), 'Collation')`;
    return `cast(collationproperty(cast(${collation} as nvarchar(128)), 'CodePage') as int) as ${column}`;
  });
  // The join condition is never true, so the server reads no row of the SELECT. The result is one row, in which the
  // columns have their collations.
  const from = `(select 1 as one) as once left join (${select}\n) as described on 1 = 0`;
  return { sql: `select ${expressions.join(', ')} from ${from}`, parameters: [] };
}
