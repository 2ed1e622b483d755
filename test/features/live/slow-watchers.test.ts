import { afterAll, beforeAll, expect, test } from 'vitest';
import { InventoryChangedDocument } from '../../../schema/operations.generated.js';
import { connectLive } from '../../support/live.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

/** Together more than the buffers between two programs on one machine hold. */
const ROWS = 1_200;
const LETTERS = 10_000;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ LIVE_INTERVAL_SECONDS: '1' });
});
afterAll(() => app.stop());

const filter = { lot: { equals: 'SLOW' } };

/** The statement that adds rows which take long to send. */
const muchFrom = (first: number) =>
  `insert into erp.stock (stock_no, owner_name, item_code, item_text, lot_no, whse, uom, qty_on_hand, qty_allocated)
   select ${first} + n, 'Acme Beverages', 'SLOW', repeat('x', ${LETTERS}), 'SLOW', 'SYD1', 'EA', 0, 0
   from generate_series(1, ${ROWS}) as n`;

/** Changes rows, and waits until it is known. */
async function change(sql: string): Promise<void> {
  const version = async () => (await app.database('select max(version) as v from live_question'))[0]?.['v'];
  const before = await version();
  await app.erp(sql);
  await until(async () => (await version()) !== before);
}

test('a watcher who reads slowly gets what it has missed as one difference', async () => {
  const live = await connectLive(app, 'customer1');
  const watched = live.watch(InventoryChangedDocument, { filter });
  await watched.atLeast(1);
  live.pause();
  await change(muchFrom(8_000_000));
  // Soon nothing is large any more, because a watcher who reads nothing for long is hung up on.
  await change(`delete from erp.stock where lot_no = 'SLOW' and stock_no > 8000002`);
  await change('update erp.stock set qty_on_hand = 1 where stock_no = 8000001');
  await change('update erp.stock set qty_on_hand = 2 where stock_no = 8000001');
  live.resume();
  await watched.atLeast(3);
  const [, all, last] = watched.events.map(({ data }) => data?.inventoryChanged.changes);
  expect(all).toHaveLength(ROWS);
  // The rows that have gone, and the one that has changed, as it is now.
  expect(last).toHaveLength(ROWS - 2 + 1);
  expect(last?.[0]).toMatchObject({ item: { quantityOnHand: '2' } });
  await app.erp(`delete from erp.stock where lot_no = 'SLOW'`);
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
  await app.erp(muchFrom(9_000_000));
  const stalled = async () => (await fetch(`${impatient.url}/metrics`)).text();
  await until(async () => (await stalled()).includes('portico_live_stalled_total{transport="websocket"} 1'));
  live.resume();
  await until(() => live.closed !== null);
  expect(live.closed).toEqual({ code: 4408, reason: 'You did not read what was sent.' });
});
