import type { Erp, ErpColumnSource } from '../erp.js';
import type { Index } from './table-index.js';

const TABLE = `
  select c.oid from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p', 'm')`;

/** Partial indexes are left out, because they don't serve every query. A key without a column is an expression. */
const INDEXES = `
  select i.relname as index_name, coalesce(a.attname, '(an expression)') as column_name
  from (${TABLE}) as t
  join pg_index as x on x.indrelid = t.oid and x.indpred is null and x.indisvalid
  join pg_class as i on i.oid = x.indexrelid
  cross join lateral unnest(x.indkey::int2[]) with ordinality as key(number, place)
  left join pg_attribute as a on a.attrelid = t.oid and a.attnum = key.number
  where key.place <= x.indnkeyatts
  order by i.relname, key.place`;

/** The indexes of a table; null if it isn't a table, but for example a view. */
export async function postgresIndexes(
  erp: Erp,
  { schema, table }: ErpColumnSource,
  signal: AbortSignal,
): Promise<Index[] | null> {
  const parameters = [schema, table];
  if ((await erp.read({ sql: TABLE, parameters }, signal)).length === 0) return null;
  const columns = new Map<string, string[]>();
  for (const row of await erp.read({ sql: INDEXES, parameters }, signal)) {
    const name = row['index_name'] ?? '';
    columns.set(name, [...(columns.get(name) ?? []), row['column_name'] ?? '']);
  }
  return [...columns].map(([name, own]) => ({ name, columns: own }));
}
