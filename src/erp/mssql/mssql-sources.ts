import { type Erp, type ErpColumnSource, ErpStatementError } from '../erp.js';
import { classifyFault } from '../erp-fault.js';

const SOURCES = `
  select name, source_schema, source_table, source_column
  from sys.dm_exec_describe_first_result_set(@1, null, 1)
  where is_hidden = 0 and source_column is not null
    and (source_database is null or source_database = db_name())`;

/** The table columns behind the columns of a SELECT, by the names in the SELECT; empty if the server doesn't say. */
export async function mssqlSources(
  erp: Pick<Erp, 'read'>,
  select: string,
  signal: AbortSignal,
): Promise<Map<string, ErpColumnSource>> {
  const rows = await erp.read({ sql: SOURCES, parameters: [select] }, signal).catch((error: unknown) => {
    if (error instanceof ErpStatementError || classifyFault(error) === 'denied') return [];
    throw error;
  });
  return new Map(
    rows.map((row) => [
      row['name'] ?? '',
      {
        schema: row['source_schema'] ?? '',
        table: row['source_table'] ?? '',
        column: row['source_column'] ?? '',
      },
    ]),
  );
}
