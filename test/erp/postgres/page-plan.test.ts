import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ErpSql } from '../../../src/erp/erp-sql.js';
import { UNKNOWN_COLUMNS } from '../../../src/erp/mapping.js';
import { valuesOf } from '../../../src/erp/postgres/postgres-types.js';
import { toTerms } from '../../../src/features/inventory/inventory.order.js';
import { pageQuery } from '../../../src/features/inventory/inventory-page.query.js';
import { ScopedQueries } from '../../../src/features/inventory/scoped-inventory.js';
import { demoErp } from '../../support/demo-database.js';
import { asAdministrator } from '../../support/postgres-server.mjs';

const CUSTOMERS = 40;
const FILL = `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated)
  select 2000000 + n, 'One of many ' || n % ${CUSTOMERS}, 'P' || n * 7919 % 50000, 'SYD1', 'EA', n % 90, 0
  from generate_series(1, 80000) n`;

let erp: Awaited<ReturnType<typeof demoErp>>;
beforeAll(async () => {
  erp = await demoErp();
  await asAdministrator(async (client) => {
    await client.query(FILL);
    await client.query('analyze erp.stock');
  }, erp.url);
});
afterAll(() => erp.drop());

test.each([
  ['one', ['One of many 7']],
  ['many', Array.from({ length: CUSTOMERS }, (_, n) => `One of many ${n}`)],
])(
  'a page of 500 rows of the stock of %s of many customers is read from an index, and not sorted',
  async (_, names) => {
    const inventory = readFileSync('sql/erp/inventory.postgres.sql', 'utf8');
    const sql = new ErpSql(
      'postgres',
      { inventory, customers: null, invoices: null, payments: null },
      UNKNOWN_COLUMNS,
    );
    const scope = { all: false as const, names: new Set(names) };
    const order = [{ field: 'PART_NUMBER', direction: 'ASC' }] as Parameters<typeof toTerms>[0];
    const page = { terms: toTerms(order, scope), limit: 500, backwards: false, after: null, before: null };
    const query = pageQuery(
      new ScopedQueries(sql),
      scope,
      { quantityOnHand: { lessThan: '80' } },
      page,
    ).compile();
    const { rows } = await asAdministrator(
      (client) => client.query(`explain ${query.sql}`, valuesOf(query)),
      erp.url,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index Scan using stock_(owner_)?item on stock/);
    expect(plan).not.toMatch(/Sort|Bitmap/);
  },
);
