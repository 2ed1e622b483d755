import { type Erp, type ErpColumnSource, ErpStatementError } from '../erp.js';
import { classifyFault } from '../erp-fault.js';

/** The modes of the server's description: with the first, it names the tables behind a view, and with the second the view. */
const MODES = { tables: 1, views: 2 };

const sourcesQuery = (mode: number) => `
  select name, source_schema, source_table, source_column
  from sys.dm_exec_describe_first_result_set(@1, null, ${mode})
  where is_hidden = 0 and source_column is not null
    and (source_database is null or source_database = db_name())`;

/**
 * The columns of tables, or of views, behind the columns of a SELECT, by the names in the SELECT; empty if the server
 * doesn't say.
 */
export async function mssqlSources(
  erp: Pick<Erp, 'read'>,
  { select, behind }: { select: string; behind: keyof typeof MODES },
  signal: AbortSignal,
): Promise<Map<string, ErpColumnSource>> {
  const query = { sql: sourcesQuery(MODES[behind]), parameters: [select] };
  const rows = await erp.read(query, signal).catch((error: unknown) => {
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
