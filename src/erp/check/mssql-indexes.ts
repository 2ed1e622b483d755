import type { Erp, ErpColumnSource, ErpRow } from '../erp.js';
import { quotedName } from '../quoted-name.js';
import type { Index } from './table-index.js';

/** Filtered indexes are left out, because they don't serve every query. */
const INDEXES = `
  select i.name as index_name, i.type, c.name as column_name
  from sys.indexes as i
  join sys.index_columns as k on k.object_id = i.object_id and k.index_id = i.index_id
  join sys.columns as c on c.object_id = k.object_id and c.column_id = k.column_id
  where i.object_id = object_id(@1) and k.key_ordinal > 0
    and i.type in (1, 2) and i.is_disabled = 0 and i.is_hypothetical = 0 and i.has_filter = 0
  order by i.type, i.index_id, k.key_ordinal`;

/** The indexes of a table; null if it isn't a table, or our login can't see it. */
export async function mssqlIndexes(
  erp: Erp,
  { schema, table }: ErpColumnSource,
  signal: AbortSignal,
): Promise<Index[] | null> {
  const name = [schema, table].map((part) => quotedName(part, 'mssql')).join('.');
  const [seen] = await erp.read({ sql: "select object_id(@1, 'U') as id", parameters: [name] }, signal);
  if (!seen?.['id']) return null;
  const rows = await erp.read({ sql: INDEXES, parameters: [name] }, signal);
  // SQL Server ends every index with the columns of the clustered index.
  const clustered = columnsOf(rows.filter((row) => row['type'] === '1'));
  return [...new Set(rows.map((row) => row['index_name'] ?? ''))].map((index) => {
    const own = columnsOf(rows.filter((row) => row['index_name'] === index));
    return { name: index, columns: [...new Set([...own, ...clustered])] };
  });
}

const columnsOf = (rows: readonly ErpRow[]) => rows.map((row) => row['column_name'] ?? '');
