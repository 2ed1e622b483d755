import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  InventoryChangedDocument,
  type InventoryChangedSubscription,
} from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { ErpProxy } from '../../support/erp-proxy.js';
import { connectLive, type Watched } from '../../support/live.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

let app: TestApp;
let sibling: TestApp;
beforeAll(async () => {
  app = await startTestApp({ LIVE_INTERVAL_SECONDS: '1', LIVE_MAX_ROWS: '3000' });
  sibling = await app.sibling();
});
afterAll(() => app.stop());

type Update = Watched<InventoryChangedSubscription>;

/** Adds rows to the ERP. */
const add = (owner: string, part: string, ...numbers: number[]) =>
  app.erp(
    `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated)
     select n, $1, $2, 'SYD1', 'EA', 10, 0 from unnest($3::int[]) as n`,
    [owner, part, numbers],
  );
const remove = (...numbers: number[]) => app.erp('delete from erp.stock where stock_no = any($1)', [numbers]);

/** What a watcher has been told, as `changed part quantity` and `removed`, in order, without the first event. */
const told = ({ events }: Update): string[] =>
  events
    .slice(1)
    .flatMap(({ data }) =>
      (data?.inventoryChanged.changes ?? []).map((change) =>
        change.__typename === 'InventoryItemChanged'
          ? `${change.item.partNumber} ${change.item.quantityOnHand}`
          : 'removed',
      ),
    );
const filterOf = (part: string) => ({ filter: { partNumber: { equals: part } } });

describe('a watcher of the inventory', () => {
  test('is told of each row that is new, changed or gone, and first of none', async () => {
    const live = await connectLive(app, 'customer1');
    const watched = live.watch(InventoryChangedDocument, filterOf('LIVE-1'));
    const [first] = await watched.atLeast(1);
    expect(first?.data?.inventoryChanged.changes).toEqual([]);
    await add('Acme Beverages', 'LIVE-1', 7000001);
    await watched.atLeast(2);
    await app.erp('update erp.stock set qty_on_hand = 11.5 where stock_no = 7000001');
    await watched.atLeast(3);
    await remove(7000001);
    await watched.atLeast(4);
    expect(told(watched)).toEqual(['LIVE-1 10', 'LIVE-1 11.5', 'removed']);
    expect(watched.events[1]?.data?.inventoryChanged.changes).toMatchObject([{ isNew: true }]);
    expect(watched.events[2]?.data?.inventoryChanged.changes).toMatchObject([{ isNew: false }]);
    const times = watched.events.map(({ data }) => data?.inventoryChanged.asOf as string);
    expect(times).toEqual([...times].sort());
  });

  test('is told nothing of what others hold, whatever the filter says', async () => {
    const live = await connectLive(app, 'customer1');
    const own = live.watch(InventoryChangedDocument, filterOf('LIVE-2'));
    const others = live.watch(InventoryChangedDocument, {
      filter: { ...filterOf('LIVE-2').filter, erpCustomerNames: ['Northwind Foods', 'acme beverages'] },
    });
    await Promise.all([own.atLeast(1), others.atLeast(1)]);
    const since = Date.now();
    await add('Northwind Foods', 'LIVE-2', 7000002);
    await add('acme beverages', 'LIVE-2', 7000003);
    await add('Acme Beverages', 'LIVE-2', 7000004);
    await own.atLeast(2);
    expect(told(own)).toEqual(['LIVE-2 10']);
    // Both have been asked again since.
    await until(async () => {
      const [row] = await app.database('select min(as_of) > $1 as later from live_question', [
        new Date(since),
      ]);
      return row?.['later'] === true;
    });
    expect(told(others)).toEqual([]);
    await remove(7000002, 7000003, 7000004);
  });

  test('is told what an assignment has taken away and given, and nothing once it is deactivated', async () => {
    const accounts = new Accounts(app);
    const login = await accounts.made({ role: 'CUSTOMER', erpCustomerNames: ['Acme Beverages'] });
    await add('Acme Beverages', 'LIVE-3', 7000005);
    await add('Northwind Foods', 'LIVE-3', 7000006, 7000007);
    const live = await connectLive(app, { token: await app.tokenOf(login.username, login.password) });
    const watched = live.watch(InventoryChangedDocument, filterOf('LIVE-3'));
    await watched.atLeast(1);
    await accounts.update({ id: login.id, version: login.version, erpCustomerNames: ['Northwind Foods'] });
    await watched.atLeast(2);
    expect(told(watched).sort()).toEqual(['LIVE-3 10', 'LIVE-3 10', 'removed']);
    const { version } = await accounts.read(login.id);
    await accounts.update({ id: login.id, version, active: false });
    expect(await watched.end()).toEqual(['UNAUTHENTICATED']);
    await remove(7000005, 7000006, 7000007);
  });

  test('is told again once there is less than too much', async () => {
    const live = await connectLive(app, 'customer1');
    const numbers = Array.from({ length: 3_001 }, (_, index) => 7_200_000 + index);
    await add('Acme Beverages', 'LIVE-7', ...numbers);
    expect(await live.watch(InventoryChangedDocument, filterOf('LIVE-7')).end()).toEqual(['BAD_USER_INPUT']);
    await remove(...numbers.slice(1));
    // The answer from before may still be there, but not for long.
    await until(async () => {
      const one = live.watch(InventoryChangedDocument, filterOf('LIVE-7'));
      await until(() => one.ended || one.events.length > 0);
      return one.events[0]?.data?.inventoryChanged !== undefined;
    });
    await remove(7_200_000);
  });

  test('may watch so much at once', async () => {
    const live = await connectLive(app, 'customer1');
    const all = Array.from({ length: 21 }, (_, index) =>
      live.watch(InventoryChangedDocument, filterOf(`LIVE-8-${index}`)),
    );
    await until(() => all.some(({ ended }) => ended));
    const codes = await Promise.all(all.filter(({ ended }) => ended).map((one) => one.end()));
    expect(codes).toEqual([['RATE_LIMITED']]);
  });

  test('of too much is told how much it may be', async () => {
    const live = await connectLive(app, 'customerall');
    const watched = live.watch(InventoryChangedDocument);
    expect(await watched.end()).toEqual(['BAD_USER_INPUT']);
    expect(watched.events[0]?.errors?.[0]?.message).toBe(
      'filter: found more than 3000 rows; wanted a filter that fewer meet',
    );
  });
});

describe('the ERP is asked once for all who watch the same', () => {
  const watchers = 20;

  test('on one instance and on another', async () => {
    const connections = await Promise.all([
      ...Array.from({ length: watchers }, () => connectLive(app, 'customer1')),
      ...Array.from({ length: watchers }, () => connectLive(sibling, 'customer1')),
    ]);
    const variables = filterOf('LIVE-4');
    const watched = connections.map((live) => live.watch(InventoryChangedDocument, variables));
    await Promise.all(watched.map((one) => one.atLeast(1)));
    app.clear();
    sibling.clear();
    await add('Acme Beverages', 'LIVE-4', 7000008);
    await Promise.all(watched.map((one) => one.atLeast(2)));
    for (const one of watched) expect(told(one)).toEqual(['LIVE-4 10']);
    // It is asked about once a second, until all have been told.
    expect(app.erpQueries.length + sibling.erpQueries.length).toBeLessThan(watchers);
    await remove(7000008);
  });

  test('and its answers are forgotten once nobody watches', async () => {
    const live = await connectLive(app, 'customer1');
    const watched = live.watch(InventoryChangedDocument, filterOf('LIVE-5'));
    await watched.atLeast(1);
    watched.leave();
    await until(async () => (await app.database('select 1 from live_question')).length === 0);
  });

  test('and another instance goes on where one has died while it asked', async () => {
    const live = await connectLive(app, 'customer1');
    const watched = live.watch(InventoryChangedDocument, filterOf('LIVE-6'));
    await watched.atLeast(1);
    // As an instance leaves it that is killed.
    await app.database(
      `update live_question set claimed_by = gen_random_uuid(), claimed_until = now() + interval '2 seconds'`,
    );
    await add('Acme Beverages', 'LIVE-6', 7000009);
    await watched.atLeast(2);
    expect(told(watched)).toEqual(['LIVE-6 10']);
    await remove(7000009);
  });
});

test('while the ERP does not answer, watchers are told so on every instance, and when it answers again', async () => {
  const proxy = await ErpProxy.start();
  const one = await startTestApp({ ...proxy.settings, LIVE_INTERVAL_SECONDS: '1' });
  try {
    const other = await one.sibling();
    const connections = await Promise.all([connectLive(one, 'customer1'), connectLive(other, 'customer1')]);
    const watched = connections.map((live) => live.watch(InventoryChangedDocument, filterOf('PALLET-CHEP')));
    await Promise.all(watched.map((each) => each.atLeast(1)));
    const before = new Date();
    await proxy.goDown();
    await Promise.all(watched.map((each) => each.atLeast(2)));
    // Who comes now learns it at once.
    const late = connections[1]?.watch(InventoryChangedDocument, filterOf('PALLET-CHEP')) as Update;
    await late.atLeast(1);
    await proxy.comeUp();
    await Promise.all([...watched.map((each) => each.atLeast(3)), late.atLeast(2)]);
    const heard = ({ events }: Update) => events.map(({ data }) => data?.inventoryChanged);
    for (const each of watched) {
      expect(heard(each)).toMatchObject([
        { stale: false, changes: [] },
        { stale: true, changes: [] },
        { stale: false, changes: [] },
      ]);
      const [, down, up] = heard(each).map((update) => new Date(update?.asOf as string));
      // Since when it is not known, and from when on it is known again.
      expect([Number(down) <= Number(before), Number(up) > Number(before)]).toEqual([true, true]);
    }
    expect(heard(late).map((update) => update?.stale)).toEqual([true, false]);
  } finally {
    await one.stop();
    await proxy.close();
  }
});
