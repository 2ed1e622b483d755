import sql from 'mssql';
import type { ErpQuery } from '../erp.js';
import { quotedName } from '../quoted-name.js';
import type { KnownColumn } from './mssql-parameters.js';
import type { ReceivedColumn } from './mssql-types.js';

/** What the columns are that values are compared with, as far as they were described. */
export class KnownColumns {
  readonly #selects = new Map<string, Map<string, KnownColumn>>();

  /** What a SELECT gives. A later description of the same takes the place of the earlier one. */
  remember(select: string, columns: readonly (KnownColumn & { name: string })[]): void {
    this.#selects.set(select, new Map(columns.map(({ name, ...known }) => [name, known])));
  }

  /** Null where no SELECT has it, or two of them have different ones of this name. */
  find(name: string): KnownColumn | null {
    const [first = null, ...others] = [...this.#selects.values()].flatMap(
      (columns) => columns.get(name) ?? [],
    );
    const differs = others.some(({ type, codePage }) => type !== first?.type || codePage !== first?.codePage);
    return differs ? null : first;
  }
}

/** Whether the server has to be asked for the column's code page. A variant, by which it tells, holds no long text. */
export function hasCodePage({ type, length }: ReceivedColumn): boolean {
  return (type === sql.VarChar || type === sql.Char) && length <= 8000;
}

/** Asks for the code pages of columns of a SELECT, without running it. */
export function codePagesOf(select: string, columns: readonly ReceivedColumn[]): ErpQuery {
  const asked = columns.map(({ name }) => {
    const column = quotedName(name, 'mssql');
    const collation = `sql_variant_property(coalesce(described.${column}, ''), 'Collation')`;
    return `cast(collationproperty(cast(${collation} as nvarchar(128)), 'CodePage') as int) as ${column}`;
  });
  // No row of the SELECT is joined, so nothing of it needs to be read; the one that comes has the columns' collations.
  const from = `(select 1 as one) as once left join (${select}\n) as described on 1 = 0`;
  return { sql: `select ${asked.join(', ')} from ${from}`, parameters: [] };
}
