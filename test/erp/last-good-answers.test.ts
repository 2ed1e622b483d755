import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ErpCustomersDocument,
  InventoryDocument,
  InventoryFacetDocument,
  InventoryGroupsDocument,
  InventoryItemDocument,
  InventoryTotalsDocument,
} from '../../schema/operations.generated.js';
import { ErpProxy } from '../support/erp-proxy.js';
import { scrape } from '../support/scrape.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { until } from '../support/until.js';

let proxy: ErpProxy;
let app: TestApp;
beforeAll(async () => {
  proxy = await ErpProxy.start();
  app = await startTestApp(proxy.settings);
});
beforeEach(async () => {
  proxy.failNext();
  // Whatever an earlier test did to the circuit is over.
  await until(
    async () => (await app.ask(InventoryDocument, { first: 1 }, 'admin1')).data?.inventory.stale === false,
  );
});
afterAll(async () => {
  await app.stop();
  await proxy.close();
});

/** The ERP falls silent: whatever is asked, it fails in a way that is no answer. */
const silence = () => {
  proxy.fault = () => ({ sqlState: 'XX000' });
};
const unavailable = [{ extensions: { code: 'ERP_UNAVAILABLE', retryable: true } }];
const COUNTED = '{ inventory(first: 2) { stale nodes { id } asOf totalCount } }';
interface Counted {
  inventory: { stale: boolean; asOf: string; totalCount: number; nodes: { id: string }[] };
}

describe('while the ERP is silent', () => {
  test('a page and totals are what they last were, and say so', async () => {
    const page = await app.ask(InventoryDocument, { first: 5 }, 'customer1');
    const totals = await app.ask(InventoryTotalsDocument, {}, 'customer1');
    expect([page.data?.inventory.stale, totals.data?.inventoryTotals.stale]).toEqual([false, false]);
    const given = await scrape(app, 'portico_erp_stale_answers_total');

    silence();
    const again = await app.ask(InventoryDocument, { first: 5 }, 'customer1');
    const totalsAgain = await app.ask(InventoryTotalsDocument, {}, 'customer1');
    expect([...again.errors, ...totalsAgain.errors]).toEqual([]);
    expect(again.data?.inventory).toEqual({ ...page.data?.inventory, stale: true });
    expect(totalsAgain.data?.inventoryTotals).toEqual({ ...totals.data?.inventoryTotals, stale: true });
    expect(await scrape(app, 'portico_erp_stale_answers_total')).toBe(given + 2);
    expect(await scrape(app, 'portico_erp_last_answers_bytes')).toBeGreaterThan(0);

    proxy.failNext();
    await until(async () => {
      const { data } = await app.ask(InventoryDocument, { first: 5 }, 'customer1');
      return data?.inventory.stale === false && data.inventory.asOf > (page.data?.inventory.asOf ?? '');
    });
  });

  test('the same holds with the server gone and the circuit open', async () => {
    const page = await app.ask(InventoryDocument, { first: 6 }, 'customer1');
    await proxy.goDown();
    for (let time = 0; time < 12; time += 1) {
      const { data } = await app.ask(InventoryDocument, { first: 6 }, 'customer1');
      expect(data?.inventory).toEqual({ ...page.data?.inventory, stale: true });
    }
    expect(await scrape(app, 'portico_erp_circuit', { state: 'closed' })).toBe(0);
    await proxy.comeUp();
  });

  test('what was not asked before, and lists that can not say how old they are, are not to be had', async () => {
    await app.ask(InventoryGroupsDocument, {}, 'admin1');
    await app.ask(ErpCustomersDocument, {}, 'admin1');
    await app.ask(InventoryFacetDocument, { of: 'BIN' }, 'admin1');
    await app.ask(InventoryItemDocument, { id: '1' }, 'admin1');
    silence();
    expect((await app.ask(InventoryDocument, { first: 17 }, 'customer1')).errors).toMatchObject(unavailable);
    expect((await app.ask(InventoryGroupsDocument, {}, 'admin1')).errors).toMatchObject(unavailable);
    expect((await app.ask(ErpCustomersDocument, {}, 'admin1')).errors).toMatchObject(unavailable);
    const facet = await app.ask(InventoryFacetDocument, { of: 'BIN' }, 'admin1');
    const item = await app.ask(InventoryItemDocument, { id: '1' }, 'admin1');
    expect([facet.errors, item.errors]).toMatchObject([unavailable, unavailable]);
  });

  test('a page that is new beside a count that is not is as old as the count', async () => {
    const before = (await app.ask<Counted, object>(COUNTED, {}, 'customer1')).data?.inventory;
    proxy.fault = (sql) => (sql.includes('count(*)') ? { sqlState: 'XX000' } : null);
    const renewed = new Date().toISOString();
    const { data, errors } = await app.ask<Counted, object>(COUNTED, {}, 'customer1');
    expect(errors).toEqual([]);
    expect(data?.inventory).toMatchObject({ stale: true, totalCount: before?.totalCount });
    // The count was asked for after the page, in the same request; the new page is younger than either.
    expect((data?.inventory.asOf ?? '9') < renewed).toBe(true);
    // Without the count it isn't.
    const page = '{ inventory(first: 2) { stale } }';
    expect((await app.ask(page, {}, 'customer1')).data).toEqual({ inventory: { stale: false } });
  });

  test('where the ERP says no, an older yes is not given', async () => {
    await app.ask(InventoryDocument, { first: 8 }, 'customer1');
    const refused = [{ extensions: { code: 'ERP_UNAVAILABLE', retryable: false } }];
    proxy.fault = () => ({ sqlState: '42501' });
    expect((await app.ask(InventoryDocument, { first: 8 }, 'customer1')).errors).toMatchObject(refused);
    proxy.fault = () => ({ sqlState: '42P01' });
    expect((await app.ask(InventoryDocument, { first: 8 }, 'customer1')).errors).toMatchObject(refused);
  });
});

describe("nobody gets another scope's last answer", () => {
  const assign = (sql: string) => app.database(sql);
  const everything = async () => {
    const page = await app.ask(InventoryDocument, { first: 500 }, 'customer1');
    const totals = await app.ask(InventoryTotalsDocument, {}, 'customer1');
    return { page, totals };
  };

  test('not even their own of before an assignment was taken away', async () => {
    const { page } = await everything();
    const owners = new Set(page.data?.inventory.nodes.map(({ erpCustomer }) => erpCustomer.name));
    expect(owners).toContain('Acme Beverages');
    await app.ask(InventoryDocument, { first: 500 }, 'admin1');
    await app.ask(InventoryTotalsDocument, {}, 'admin1');

    silence();
    const id = "(select id from portal_user where username = 'customer1')";
    await assign(
      `delete from portal_user_erp_customer where user_id = ${id} and erp_customer_name = 'Acme Beverages'`,
    );
    const narrowed = await everything();
    expect(narrowed.page.errors).toMatchObject(unavailable);
    expect(narrowed.totals.errors).toMatchObject(unavailable);
    expect(narrowed.page.text + narrowed.totals.text).not.toContain('Acme');

    // Once the smaller scope has an answer of its own, that one is given.
    proxy.failNext();
    await until(async () => (await everything()).page.errors.length === 0);
    silence();
    const own = await everything();
    expect(own.page.data?.inventory.stale).toBe(true);
    expect([...new Set(own.page.data?.inventory.nodes.map((node) => node.erpCustomer.name))]).toEqual([
      'Brünnhilde Kosmetik GmbH',
    ]);

    await assign(`delete from portal_user_erp_customer where user_id = ${id}`);
    const none = await everything();
    expect(none.page.data?.inventory).toMatchObject({ nodes: [], stale: false });
    expect(none.totals.data?.inventoryTotals).toMatchObject({ itemCount: 0, stale: false });
    await assign(
      `insert into portal_user_erp_customer (user_id, erp_customer_name)
       select ${id}, name from unnest(array['Acme Beverages', 'Brünnhilde Kosmetik GmbH']) name`,
    );
    expect((await everything()).page.data?.inventory.stale).toBe(true);
  });
});

describe('ERP_STALE_MAX_SECONDS', () => {
  test('0 gives none', async () => {
    const none = await app.sibling({ ERP_STALE_MAX_SECONDS: '0' });
    expect((await none.ask(InventoryDocument, { first: 5 }, 'customer1')).errors).toEqual([]);
    silence();
    expect((await none.ask(InventoryDocument, { first: 5 }, 'customer1')).errors).toMatchObject(unavailable);
    await none.stop();
  });

  test('is how old one may be', async () => {
    const brief = await app.sibling({ ERP_STALE_MAX_SECONDS: '1' });
    expect((await brief.ask(InventoryDocument, { first: 5 }, 'customer1')).errors).toEqual([]);
    silence();
    await until(
      async () => (await brief.ask(InventoryDocument, { first: 5 }, 'customer1')).errors.length > 0,
    );
    await brief.stop();
  });
});
