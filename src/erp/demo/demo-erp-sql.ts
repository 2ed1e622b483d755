import type { ErpDialectName } from '../erp.js';
import { DEMO_TABLES } from './demo-tables.js';

/**
 * Yields the statements, one at a time, that create the demo ERP's tables in an empty database and fill them.
 *
 * Values are written into the statements as literals, which is safe only because all of them come from our
 * own generators (demo-stock.ts, demo-invoices.ts). Never do this with values from anywhere else: bind parameters instead.
 */
export function* demoErpScript(dialect: ErpDialectName): Generator<string> {
  yield demoErpSchema(dialect);
  for (const table of DEMO_TABLES) yield table.definition(dialect);
  for (const table of DEMO_TABLES) yield* table.inserts(dialect);
  // Last: building an index once is faster than row by row.
  for (const table of DEMO_TABLES) yield* table.indexes;
}

/** The statement that creates the schema of the tables. */
export const demoErpSchema = (dialect: ErpDialectName): string =>
  // SQL Server requires create schema to be alone in its batch; exec gives it a batch of its own.
  dialect === 'mssql'
    ? "if schema_id('erp') is null exec('create schema erp')"
    : 'create schema if not exists erp';
