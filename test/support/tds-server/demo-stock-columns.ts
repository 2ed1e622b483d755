import type pg from 'pg';
import type { CollationName } from './t-sql-collation.js';
import { tSqlTypes } from './t-sql-types.js';

const VARCHAR_COLUMNS = ['item_code', 'whse', 'bin_code', 'lot_no', 'hold_code', 'uom'];
/** What is of any length where texts are long. */
export const LONG_COLUMNS = ['item_text', 'lot_no'];

/** The texts of invoices and payments, which always have any length up to a maximum. */
const ACCOUNT_TEXTS = {
  invoice: {
    ...{ debtor_name: 'nvarchar', customer_ref: 'nvarchar', invoice_text: 'nvarchar' },
    ...{ invoice_no: 'varchar', currency_code: 'varchar' },
  },
  payment: {
    ...{ debtor_name: 'nvarchar', bank_ref: 'nvarchar', receipt_no: 'varchar', invoice_no: 'varchar' },
    ...{ method_name: 'varchar', currency_code: 'varchar' },
  },
};

export interface DemoStockOptions {
  /** How names and codes are compared. */
  collation?: CollationName;
  /** Keeps one row in so many: a collation that isn't binary is slow. */
  everyNth?: number;
  /** Whether names and codes have a fixed length, and are filled up with blanks. */
  padded?: boolean;
  /** Whether names are in the code page too, as codes are. */
  narrow?: boolean;
  /** Whether descriptions and lots may have any length. */
  long?: boolean;
  /** Whether there are invoices and payments, which take longer to make than the stock. */
  accounts?: boolean;
}

/** Makes of the demo ERP one whose texts compare as SQL Server's do. */
export async function retype(client: pg.Client, options: Required<DemoStockOptions>): Promise<void> {
  const { collation, everyNth, padded, narrow, accounts } = options;
  await client.query('delete from erp.stock where stock_no % $1 <> 0', [everyNth]);
  if (!accounts) await client.query('truncate erp.invoice, erp.payment');
  for (const statement of tSqlTypes(collation)) await client.query(statement);
  const [one, two] = padded ? ['char(40)', 'nchar(200)'] : ['varchar', 'nvarchar'];
  const retyped = [
    ...VARCHAR_COLUMNS.map((column) => `alter column ${column} type tsql.${one}`),
    `alter column owner_name type tsql.${narrow ? two.slice(1) : two}`,
    `alter column item_text type tsql.${two}`,
  ];
  await client.query(`alter table erp.stock ${retyped.join(', ')}`);
  for (const [table, columns] of Object.entries(ACCOUNT_TEXTS)) {
    const changed = Object.entries(columns).map(
      ([column, type]) => `alter column ${column} type tsql.${type}`,
    );
    await client.query(`alter table erp.${table} ${changed.join(', ')}`);
  }
  await client.query('analyze erp.stock');
}
