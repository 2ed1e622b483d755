import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Compilable } from 'kysely';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import type { Erp, ErpColumn, ErpRow } from '../../../src/erp/erp.js';
import { ErpSql } from '../../../src/erp/erp-sql.js';
import { UNKNOWN_COLUMNS } from '../../../src/erp/mapping.js';
import { PACKAGE_ROOT } from '../../../src/shared/package-root.js';
import { accountSettings } from '../../support/invoice-oracle.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import type { OpenTarget, Target } from './target.js';

/** What a suite works with: a target, an adapter and a portal on it. */
export interface Stage extends OpenTarget {
  can: Target['can'];
  erp: Erp;
  app: TestApp;
  /** The columns of the mapping, by name. */
  columns: ReadonlyMap<string, ErpColumn>;
  /** To write queries in the target's own dialect. */
  sql: ErpSql;
  /** The SELECT that maps the demo ERP. */
  mapping: string;
  /** All rows of a query that the adapter reads. */
  read(query: Compilable): Promise<ErpRow[]>;
  leave(): Promise<void>;
}

/** Nobody gives up. */
export const never = new AbortController().signal;

export async function enter({ can, open }: Target): Promise<Stage> {
  const opened = await open();
  const erp = opened.adapter(2);
  const app = await startTestApp({ ...opened.settings, ...accountSettings(erp.dialect) });
  const mapping = readFileSync(join(PACKAGE_ROOT, 'sql', 'erp', `inventory.${erp.dialect}.sql`), 'utf8');
  const columns = { ...UNKNOWN_COLUMNS, inventory: await erp.describe(mapping, never) };
  return {
    ...opened,
    can,
    erp,
    app,
    columns: new Map(columns.inventory.map((column) => [column.name, column])),
    sql: new ErpSql(
      erp.dialect,
      { inventory: mapping, customers: null, invoices: null, payments: null },
      columns,
    ),
    mapping,
    read: (query) => erp.read(query.compile(), never),
    leave: async () => {
      await app.stop();
      await erp.close();
      await opened.close();
    },
  };
}

/** Whether no connection of an adapter is taken any more. */
export function isIdle(erp: Erp): boolean {
  const { open, idle, waiting } = erp.poolState() ?? { open: 0, idle: 0, waiting: 0 };
  return open === idle && waiting === 0;
}

/** The numbers of rows that a suite adds begin here; the demo's end before. */
const FIRST_ADDED = 2_000_000;

/** A row of the demo ERP with something particular about it. */
export function addedRow(index: number, particular: Partial<DemoStockRow>): DemoStockRow {
  return {
    stockNo: FIRST_ADDED + index,
    ownerName: 'Acme Beverages',
    itemCode: `ADDED-${index}`,
    itemText: null,
    whse: 'SYD1',
    binCode: null,
    lotNo: null,
    holdCode: null,
    uom: 'EA',
    qtyOnHand: '1',
    qtyAllocated: '0',
    receivedDate: null,
    expiryDate: null,
    lastMoveUtc: null,
    ...particular,
  };
}

/** Puts rows into the ERP, as somebody does who works with it. */
export async function add({ run }: Stage, rows: readonly DemoStockRow[]): Promise<void> {
  const names = `stock_no, owner_name, item_code, item_text, whse, bin_code, lot_no, hold_code, uom, qty_on_hand,
    qty_allocated, received_date, expiry_date, last_move_utc`;
  for (const row of rows) {
    const { stockNo, lastMoveUtc, receivedDate, expiryDate, qtyOnHand, qtyAllocated, ...texts } = row;
    const { ownerName, itemCode, itemText, whse, binCode, lotNo, holdCode, uom } = texts;
    const times = [receivedDate, expiryDate, lastMoveUtc].map((time) =>
      time === null ? 'null' : `'${time}'`,
    );
    await run(
      `insert into erp.stock (${names})
       values (${stockNo}, @1, @2, @3, @4, @5, @6, @7, @8, ${qtyOnHand}, ${qtyAllocated}, ${times})`,
      [ownerName, itemCode, itemText, whse, binCode, lotNo, holdCode, uom],
    );
  }
}

/** Takes away all that was added. */
export function removeAdded({ run }: Stage): Promise<void> {
  return run(`delete from erp.stock where stock_no >= ${FIRST_ADDED}`);
}
