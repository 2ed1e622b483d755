import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UNKNOWN_COLUMNS } from '../../../src/erp/mapping.js';
import { MssqlErp } from '../../../src/erp/mssql/mssql-erp.js';
import type { InventoryTerm } from '../../../src/features/inventory/inventory.order.js';
import { InventoryStore } from '../../../src/features/inventory/inventory.store.js';
import type { StorePage } from '../../../src/features/inventory/inventory-page.query.js';
import { ScopedInventory } from '../../../src/features/inventory/scoped-inventory.js';
import type { Position } from '../../../src/shared/cursor.js';
import { positionOf } from '../../../src/shared/keyset.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import { serverOf } from '../../support/tds-server/erp-server.js';
import { TdsServer } from '../../support/tds-server/tds-server.js';

const signal = new AbortController().signal;
const scope = { all: false, names: new Set(['Acme Beverages', 'Brünnhilde Kosmetik GmbH']) } as const;

let stock: DemoStock;
let server: TdsServer;
let erp: MssqlErp;
let store: InventoryStore;
beforeAll(async () => {
  stock = await DemoStock.open({ everyNth: 10 });
  server = await TdsServer.start((statement) => stock.answer(statement));
  erp = new MssqlErp(serverOf(server), 60_000);
  const mapping = {
    inventory: readFileSync('sql/erp/inventory.mssql.sql', 'utf8'),
    ...{ customers: null, invoices: null, payments: null },
  };
  const columns = { ...UNKNOWN_COLUMNS, inventory: await erp.describe(mapping.inventory, signal) };
  const read = async (query: Parameters<MssqlErp['read']>[0]) => ({
    value: await erp.read(query, signal),
    asOf: new Date(),
    stale: false,
  });
  const stream = erp.stream.bind(erp);
  store = new InventoryStore(
    new ScopedInventory({ dialect: erp.dialect, read, stream, columns: async () => columns }, mapping),
  );
});
afterAll(async () => {
  await erp.close();
  await server.stop();
  await stock.close();
  expect(server.failures).toEqual([]);
});

/** All ids of a list in the order of a column that may be null, page by page. */
async function walk(column: InventoryTerm['column'], limit: number): Promise<string[]> {
  const terms: InventoryTerm[] = [
    { column, direction: 'ASC', nullable: true, nullsFirst: false, decimal: false },
    { column: 'row_id', direction: 'ASC', nullable: false, nullsFirst: false, decimal: false },
  ];
  const ids: string[] = [];
  for (let after: Position | null = null; ; ) {
    const page: StorePage = { terms, limit, backwards: false, after, before: null };
    const { value: rows } = await store.page(scope, {}, page, { signal });
    ids.push(...rows.slice(0, limit).map((row) => row['row_id'] ?? ''));
    if (rows.length <= limit) return ids;
    after = positionOf(rows[limit - 1] ?? {}, terms);
  }
}

describe('with values typed as the columns are', () => {
  test.each<InventoryTerm['column']>([
    'description',
    'lot',
    'received_on',
    'last_moved_at',
    'quantity_on_hand',
  ])('pages in the order of %s are the whole list', async (column) => {
    const whole = await walk(column, 5000);
    expect(whole.length).toBeGreaterThan(300);
    expect(await walk(column, 150)).toEqual(whole);
  });

  test.each<[InventoryTerm['column'], string[]]>([
    ['lot', ['varchar', 'int']],
    ['received_on', ['varchar', 'int']],
    ['description', ['nvarchar', 'int']],
  ])('a page deep in the order of %s sends its position so', async (column, types) => {
    server.clear();
    await walk(column, 400);
    const deep = server.statements.at(-1)?.parameters ?? [];
    const names: readonly (string | null)[] = [...scope.names];
    const position = deep.filter(({ value }) => !names.includes(value));
    expect(new Set(position.map(({ type }) => type.name))).toEqual(new Set(types));
  });
});
