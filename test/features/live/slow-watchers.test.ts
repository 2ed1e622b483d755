import { afterAll, beforeAll, expect, test } from 'vitest';
import { InventoryChangedDocument } from '../../../schema/operations.generated.js';
import { connectLive } from '../../support/live.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

/** More than the buffers between two programs on one machine hold. */
const ROWS = 2_500;
const LETTERS = 8_000;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ LIVE_INTERVAL_SECONDS: '1' });
});
afterAll(() => app.stop());

const filter = { lot: { equals: 'SLOW' } };

/** Adds rows that take long to send. */
const addMuch = (from: number) =>
  app.erp(
    `insert into erp.stock (stock_no, owner_name, item_code, item_text, lot_no, whse, uom, qty_on_hand, qty_allocated)
     select $1 + n, 'Acme Beverages', 'SLOW', repeat('x', ${LETTERS}), 'SLOW', 'SYD1', 'EA', 0, 0
     from generate_series(1, ${ROWS}) as n`,
    [from],
  );
/** Changes one row, and waits until it is known. */
async function setQuantity(row: number, quantity: number): Promise<void> {
  const version = async () => (await app.database('select max(version) as v from live_question'))[0]?.['v'];
  const before = await version();
  await app.erp('update erp.stock set qty_on_hand = $2 where stock_no = $1', [row, quantity]);
  await until(async () => (await version()) !== before);
}

test('a watcher who reads slowly gets what it has missed as one difference', async () => {
  const live = await connectLive(app, 'customer1');
  const watched = live.watch(InventoryChangedDocument, { filter });
  await watched.atLeast(1);
  live.pause();
  await addMuch(8_000_000);
  for (const quantity of [1, 2, 3]) await setQuantity(8_000_001, quantity);
  live.resume();
  await watched.atLeast(3);
  const [, all, last] = watched.events.map(({ data }) => data?.inventoryChanged.changes);
  expect(all).toHaveLength(ROWS);
  expect(last).toMatchObject([{ item: { quantityOnHand: '3' } }]);
  await app.erp('delete from erp.stock where lot_no = $1', ['SLOW']);
  await watched.atLeast(4);
  expect(watched.events).toHaveLength(4);
});

test('a watcher who reads nothing is hung up on, with the reason', async () => {
  const impatient = await app.sibling({
    HTTP_IDLE_TIMEOUT_MS: '6000',
    ERP_QUERY_TIMEOUT_MS: '5500',
  });
  const live = await connectLive(impatient, { token: await impatient.tokenOf('customer1') });
  const watched = live.watch(InventoryChangedDocument, { filter });
  await watched.atLeast(1);
  live.pause();
  await addMuch(9_000_000);
  const stalled = async () => (await fetch(`${impatient.url}/metrics`)).text();
  await until(async () => (await stalled()).includes('portico_live_stalled_total{transport="websocket"} 1'));
  live.resume();
  await until(() => live.closed !== null);
  expect(live.closed).toEqual({ code: 4408, reason: 'You did not read what was sent.' });
});
