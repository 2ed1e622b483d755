import type pg from 'pg';
import type { CollationName } from './t-sql-collation.js';
import { tSqlTypes } from './t-sql-types.js';

const VARCHAR_COLUMNS = ['item_code', 'whse', 'bin_code', 'lot_no', 'hold_code', 'uom'];
const NVARCHAR_COLUMNS = ['owner_name', 'item_text'];

export interface DemoStockOptions {
  /** How names and codes are compared. */
  collation?: CollationName;
  /** Keeps one row in so many: a collation that isn't binary is slow. */
  everyNth?: number;
  /** Whether names and codes have a fixed length, and are filled up with blanks. */
  padded?: boolean;
}

/** Makes of the demo ERP one whose texts compare as SQL Server's do. */
export async function retype(client: pg.Client, options: Required<DemoStockOptions>): Promise<void> {
  const { collation, everyNth, padded } = options;
  await client.query('delete from erp.stock where stock_no % $1 <> 0', [everyNth]);
  for (const statement of tSqlTypes(collation)) await client.query(statement);
  const [narrow, wide] = padded ? ['char(40)', 'nchar(200)'] : ['varchar', 'nvarchar'];
  const retyped = [
    ...VARCHAR_COLUMNS.map((column) => `alter column ${column} type tsql.${narrow}`),
    ...NVARCHAR_COLUMNS.map((column) => `alter column ${column} type tsql.${wide}`),
  ];
  await client.query(`alter table erp.stock ${retyped.join(', ')}`);
  await client.query('analyze erp.stock');
}
