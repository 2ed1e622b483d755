import { get, type IncomingMessage } from 'node:http';
import Big from 'big.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import { type TrailEntry, trailWhere } from '../../support/audit-trail.js';
import { insertApiKey } from '../../support/insert-api-key.js';
import { available, expectedIds, SCOPES, scaled, TRUTH } from '../../support/inventory-oracle.js';
import { basic } from '../../support/odata-client.js';
import { readParquet } from '../../support/read-parquet.js';
import { readXlsx } from '../../support/read-xlsx.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { TdsErp } from '../../support/tds-erp.js';
import { noFaults } from '../../support/tds-server/faults.js';
import { SqlError } from '../../support/tds-server/sql-types.js';
import { until } from '../../support/until.js';

const DAY_MS = 86_400_000;
/** What Excel counts at 1970-01-01. */
const EPOCH = 25_569;
const OWN = SCOPES.customer1 ?? [];

let erp: TdsErp;
let app: TestApp;
let key: string;
const warnings: string[] = [];
const onWarning = ({ name }: Error) => warnings.push(name);
beforeAll(async () => {
  process.on('warning', onWarning);
  erp = await TdsErp.start();
  app = await startTestApp(erp.settings);
  ({ secret: key } = await insertApiKey(app, { erpCustomers: OWN }));
});
afterAll(async () => {
  process.off('warning', onWarning);
  await app.stop();
  await erp.close();
});

async function fileOf(format: string, authorization: string): Promise<Buffer> {
  const answer = await fetch(`${app.url}/export/inventory.${format}`, { headers: { authorization } });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** The rows that the key may see, as cells: quantities in ten-billionths, days and times in milliseconds since 1970. */
const TRUE_CELLS = [...expectedIds('customer1', {})]
  .flatMap((id) => TRUTH.get(id) ?? [])
  .map((row: DemoStockRow) => [
    ...[row.ownerName, row.itemCode, row.itemText, row.whse, row.binCode, row.lotNo, row.holdCode, row.uom],
    ...[scaled(row.qtyOnHand), scaled(row.qtyAllocated), available(row)],
    ...[row.receivedDate, row.expiryDate, row.lastMoveUtc && `${row.lastMoveUtc}Z`].map((time) => {
      return time === null ? null : Date.parse(time);
    }),
  ]);
const NAMES = [
  ...['erpCustomer', 'partNumber', 'description', 'warehouse', 'bin', 'lot', 'status', 'unit'],
  ...['quantityOnHand', 'quantityAllocated', 'quantityAvailable', 'receivedOn', 'expiresOn', 'lastMovedAt'],
];
/** Files have no id, so the rows are compared in an order of their own. */
const sorted = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map(String).join('|')).sort();

const lastExport = async (actor: string): Promise<TrailEntry | undefined> =>
  (await trailWhere(app, "action = 'INVENTORY_EXPORTED' and actor_name = $1", actor)).at(-1);

test('a workbook has every cell of the scope of its key, exactly', async () => {
  const { sheets } = readXlsx(await fileOf('xlsx', basic(key)));
  const [header, ...rows] = sheets[0]?.rows ?? [];
  expect(header).toHaveLength(NAMES.length);
  const cells = rows.map((row) =>
    row.map((cell, at) => {
      if (cell === null || at < 8) return cell;
      if (at < 11) return scaled(new Big(cell).toFixed());
      return Math.round((Number(cell) - EPOCH) * DAY_MS);
    }),
  );
  expect(sorted(cells)).toEqual(sorted(TRUE_CELLS));
  expect(sheets[1]?.rows).toEqual(
    expect.arrayContaining([
      ['Exported by', `API key Stock report (${key.slice(0, 12)}…)`],
      ['Customers', OWN.join(', ')],
      ['Rows', String(TRUE_CELLS.length)],
    ]),
  );
  expect(warnings).toEqual([]);
});

test('a Parquet file has every cell of the scope of its key, exactly', async () => {
  const { rowCount, columns } = readParquet(await fileOf('parquet', `Bearer ${key}`));
  expect(columns.map(({ name }) => name)).toEqual(NAMES);
  const rows = Array.from({ length: rowCount }, (_, row) => columns.map(({ values }) => values[row]));
  expect(sorted(rows)).toEqual(sorted(TRUE_CELLS));
  expect(await lastExport(`API key Stock report (${key.slice(0, 12)}…)`)).toMatchObject({
    facts: { format: 'PARQUET', rows: TRUE_CELLS.length, outcome: 'complete', erpCustomers: [...OWN].sort() },
  });
});

test.each(['ndjson', 'xlsx'])(
  'an export in %s that breaks is no complete file, says why only to the log, and disturbs no other',
  async (format) => {
    app.log.length = 0;
    const error = new SqlError(823, 'The disk of "erp"."stock" is broken');
    erp.failNext({ error, afterRows: 5_000 });
    const authorization = `Bearer ${await app.tokenOf('operations1')}`;
    const broken = await fetch(`${app.url}/export/inventory.${format}`, { headers: { authorization } });
    const other = fileOf('ndjson', `Bearer ${await app.tokenOf('customer1')}`);
    expect(broken.status).toBe(200);
    let received = '';
    const reading = async () => {
      for await (const chunk of broken.body ?? []) received += Buffer.from(chunk).toString('latin1');
    };
    await expect(reading()).rejects.toThrow();
    expect(received.length).toBeGreaterThan(0);
    expect(received).not.toContain('is broken');
    expect((await other).toString().trim().split('\n')).toHaveLength(TRUE_CELLS.length);
    await until(async () => (await lastExport('operations1'))?.facts['format'] === format.toUpperCase());
    expect((await lastExport('operations1'))?.facts['outcome']).toBe('failed');
    await until(() => app.log.some((line) => line.includes('unexpected error, masked')));
    expect(app.log.find((line) => line.includes('unexpected error, masked'))).toContain('is broken');
    expect(app.log.join('')).not.toMatch(/select |order by/i);
  },
);

test('an export whose client stops reading takes few rows from the ERP, and ends when it leaves', async () => {
  await erp.run(
    `update erp.stock set item_text = repeat('x', 2000) where owner_name not in ('${OWN.join("','")}')`,
  );
  let taken = 0;
  const beforeRow = (row: number) => {
    taken = row;
  };
  erp.server.faults = { ...noFaults(), beforeRow };
  const headers = { authorization: `Bearer ${await app.tokenOf('warehouse1')}` };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${app.url}/export/inventory.ndjson`, { headers }, (one) => resolve(one.pause())).on('error', reject);
  });
  let [before, times] = [-1, 0];
  await until(() => {
    times = taken === before ? times + 1 : 0;
    before = taken;
    return times === 10;
  });
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThan(TRUTH.size / 2);
  expect(erp.server.running).toBe(1);
  response.destroy();
  await until(() => erp.server.running === 0);
  expect(taken).toBeLessThan(TRUTH.size);
  expect(erp.server.attentions).toBeGreaterThan(0);
  await until(async () => (await lastExport('warehouse1')) !== undefined);
  expect((await lastExport('warehouse1'))?.facts['outcome']).toBe('the connection was closed');
});
