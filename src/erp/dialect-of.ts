import type { ErpDialectName } from './erp.js';
import type { DescribedColumns, ErpDialect } from './erp-dialect.js';
import type { ColumnReference } from './mapped-column.js';
import { MssqlDialect } from './mssql/mssql-dialect.js';
import { PostgresDialect } from './postgres/postgres-dialect.js';

/** The SQL of a server for one relation of the mapping. */
export function dialectOf<Column extends string>(
  name: ErpDialectName,
  column: ColumnReference<Column>,
  columns: DescribedColumns,
): ErpDialect<Column> {
  return name === 'mssql' ? new MssqlDialect(column, columns) : new PostgresDialect(column, columns);
}
