import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  InventoryDocument,
  type InventoryGroupKey,
  InventoryGroupsDocument,
} from '../../../schema/operations.generated.js';
import { trailOf } from '../../support/audit-trail.js';
import { ErpProxy } from '../../support/erp-proxy.js';
import { evaluate } from '../../support/expression-oracle.js';
import { insertApiKey } from '../../support/insert-api-key.js';
import { expectedIds, scaled, TRUTH } from '../../support/inventory-oracle.js';
import { askOData, basic, type ODataRequest, withOptions } from '../../support/odata-client.js';
import { printFilter } from '../../support/print-odata.js';
import { randomExpressions } from '../../support/random-expressions.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const OWN = ['Acme Beverages', 'Brünnhilde Kosmetik GmbH'];
const FOREIGN = 'Northwind Foods Pty Ltd';
const OWN_IDS = expectedIds('customer1', {});

let proxy: ErpProxy;
let app: TestApp;
let key: string;
beforeAll(async () => {
  proxy = await ErpProxy.start();
  app = await startTestApp(proxy.settings);
  ({ secret: key } = await insertApiKey(app, { erpCustomers: OWN }));
});
afterAll(async () => {
  await app.stop();
  await proxy.close();
});

const ask = (path: string, more: ODataRequest = {}) => askOData(app, `/odata/v4/${path}`, { key, ...more });
const count = async (filter: string) => {
  const { status, text } = await ask(withOptions('Inventory/$count', { $filter: filter }));
  return status === 200 ? Number(text) : status;
};

describe('whatever the options say, the feed stays in the scope of the key', () => {
  test.each([
    [`ErpCustomer eq '${FOREIGN}'`, 0],
    [`ErpCustomer in ('${FOREIGN}','All','acme beverages','')`, 0],
    [`toupper(ErpCustomer) eq '${FOREIGN.toUpperCase()}'`, 0],
    [`ErpCustomer ne 'nobody' or true`, OWN_IDS.size],
    [`true or ErpCustomer eq '${FOREIGN}'`, OWN_IDS.size],
    ['not (false)', OWN_IDS.size],
    ["contains(ErpCustomer,'')", OWN_IDS.size],
    ["Id eq '1'' or ''1''=''1'", 0],
    ["contains(PartNumber,'%') or contains(PartNumber,'_%')", 0],
    ["PartNumber eq '\\'' or 1=1 --'", 0],
    [`ErpCustomer eq '${FOREIGN}' or 1 eq 1`, 501],
    ["true)) or ((ErpCustomer ne 'x'", 400],
    ['true -- and', 400],
    ['true /* */ or true', 400],
    ['true; drop table erp.stock', 400],
    ["customer_name eq 'x'", 400],
    ["Id eq '1\0'", 400],
    ['('.repeat(3_000), 400],
    [`${'not '.repeat(1_500)}true`, 400],
    [`Id in (${"'1',".repeat(600)}'1')`, 400],
  ])('with the filter %.60s', async (filter, expected) => {
    expect(await count(filter)).toBe(expected);
    const path = withOptions('Inventory', { $filter: filter, $orderby: 'ErpCustomer desc', $top: '40' });
    const { status, body, text } = await ask(path);
    expect(status).toBe(expected < 400 || expected > 501 ? 200 : expected);
    const names = (body.value ?? []).map(({ ErpCustomer }: { ErpCustomer: string }) => ErpCustomer);
    for (const name of names) expect(OWN).toContain(name);
    // An error quotes what was found, and nothing of how it would be asked.
    if (status !== 200) expect(text).not.toMatch(/select |erp\.stock|at .*\.js/i);
  });

  test.each([
    ['Inventory?$filter=Id%2520eq%2520%25271%2527', 400],
    ['Inventory?$filter=Id%20eq%20%c0%a71%c0%a7', 400],
    ['Inventory?$filter=true&$filter=false', 400],
    ['Inventory?$filter=true&filter=false', 400],
    ['Inventory?$skip=10001', 400],
    ['Inventory?$top=-1', 400],
    ['Inventory?$top=1e3', 400],
    ['Inventory?$apply=aggregate(QuantityOnHand%20with%20sum%20as%20All)', 501],
    ['Inventory?$filter=Id%20eq%20@p&@p=1', 501],
    ["Inventory('1'%20or%20'1'='1')", 400],
    ["Inventory('O''Neill')", 404],
    ["Inventory('a%2Fb')", 404],
    ["Inventory('1%00')", 400],
    [`Inventory('${'9'.repeat(500)}')`, 404],
    ['inventory', 404],
    ['$batch', 501],
  ])('at %.60s', async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.code).toMatch(/^(BAD_REQUEST|NOT_FOUND|NOT_IMPLEMENTED)$/);
  });

  test('a filter longer than any header may be is not read', async () => {
    const { status, text } = await ask(`Inventory?$filter=${'x'.repeat(20_001)}`);
    expect([status, text]).toEqual([431, '']);
  });

  test('a row of another customer is not there, and an own one is', async () => {
    const [own = ''] = OWN_IDS;
    const foreign = [...TRUTH.keys()].find((id) => !OWN_IDS.has(id));
    expect((await ask(`Inventory('${own}')?$select=Id`)).body).toMatchObject({ Id: own });
    expect((await ask(`Inventory(Id='${own}')/$count`)).status).toBe(501);
    expect((await ask(`Inventory('${own}')?$filter=false`)).body.error.target).toBe('$filter');
    const hidden = await ask(`Inventory('${foreign}')`);
    expect([hidden.status, hidden.text]).toEqual([404, (await ask("Inventory('none such')")).text]);
  });

  test('a token of another scope, order or list opens no page', async () => {
    const first = 'Inventory?$top=9&$orderby=Lot';
    const tokenOf = async (path: string, as = key) => {
      const { body } = await ask(path, { key: as, headers: { prefer: 'odata.maxpagesize=3' } });
      return new URL(body['@odata.nextLink']).searchParams.get('$skiptoken') ?? '';
    };
    const own = await tokenOf(first);
    const { secret: everything } = await insertApiKey(app, { erpCustomers: 'all' });
    const page = await app.ask(InventoryDocument, { first: 3, orderBy: [{ field: 'LOT' }] }, 'customer1');
    const tokens = [
      await tokenOf(first, everything),
      await tokenOf('Inventory?$top=9&$orderby=Lot desc'.replace(' ', '%20')),
      page.data?.inventory.pageInfo.endCursor ?? '',
      Buffer.from('["x",1]').toString('base64url'),
      `${own.slice(0, -4)}AAAA`,
      '0',
      '',
    ];
    for (const token of tokens) {
      const { status, body } = await ask(`${first}&$skiptoken=${encodeURIComponent(token)}`);
      expect([token, status]).toEqual([token, 400]);
      expect(body.error.message).toMatch(/^\$skiptoken: found /);
    }
    expect((await ask(`${first}&$skiptoken=${own}`)).status).toBe(200);
    expect((await ask(`InventoryGroups?$skiptoken=${own}`)).status).toBe(400);
    expect((await ask(`${first}&$filter=true&$skiptoken=${own}`)).status).toBe(400);
  });

  test('a token of sums is no offset that a caller chooses, nor one for another scope, order or filter', async () => {
    const first = 'InventoryGroups?$orderby=PartNumber';
    const { secret: everything } = await insertApiKey(app, { erpCustomers: 'all' });
    const tokenOf = async (as: string) => {
      const { body } = await ask(first, { key: as, headers: { prefer: 'odata.maxpagesize=3' } });
      return new URL(body['@odata.nextLink']).searchParams.get('$skiptoken') ?? '';
    };
    const own = await tokenOf(key);
    expect((await ask(`${first}&$skiptoken=${own}`)).status).toBe(200);
    for (const path of [
      `${first}&$skiptoken=3`,
      `${first}&$skiptoken=9999999`,
      `${first}&$skiptoken=${await tokenOf(everything)}`,
      `${first}&$filter=true&$skiptoken=${own}`,
      `InventoryGroups?$skiptoken=${own}`,
      `Inventory?$skiptoken=${own}`,
    ]) {
      const { status, body } = await ask(path);
      expect([path, status, body.error.message]).toEqual([
        path,
        400,
        expect.stringMatching(/^\$skiptoken: /),
      ]);
    }
  });

  test('a filter finds the rows for which it is true', async () => {
    const rows = [...OWN_IDS].flatMap((id) => TRUTH.get(id) ?? []).slice(0, 150);
    await fc.assert(
      // How the ERP orders texts is another test's matter.
      fc.asyncProperty(
        randomExpressions(rows).filter((where) => !/"(gt|ge|lt|le)"/.test(JSON.stringify(where))),
        async (where) => {
          const all = [...OWN_IDS].flatMap((id) => TRUTH.get(id) ?? []);
          const found = all.filter((row) => evaluate(where, row, () => 0) === true);
          expect(await count(printFilter(where))).toBe(found.length);
        },
      ),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

describe('who is let in', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('nobody changes anything by %s', async (method) => {
    const { status, headers } = await ask('Inventory', { method, body: '{}' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  test('nobody without credentials, and no driver, whose attempt is audited', async () => {
    for (const path of [
      '',
      '$metadata',
      'Inventory',
      'InventoryGroups',
      "Inventory('1')",
      'Inventory/$count',
    ]) {
      expect((await ask(path, { key: null })).status).toBe(401);
      expect((await ask(path, { key: null, authorization: basic('password123', 'customer1') })).status).toBe(
        401,
      );
    }
    const driver = await ask('Inventory', {
      key: null,
      authorization: `Bearer ${await app.tokenOf('driver1')}`,
    });
    expect([driver.status, driver.body.error.code]).toEqual([403, 'FORBIDDEN']);
    const headers = new Headers({ 'x-request-id': String(driver.headers['x-request-id']) });
    expect(await trailOf(app, { headers })).toMatchObject([
      { action: 'AUTHORIZATION_DENIED', actor: 'driver1', target: 'GET /odata/v4' },
    ]);
  });
});

describe('InventoryGroups', () => {
  interface Group {
    Id: string;
    PartNumber: string;
    Warehouse: string | null;
    QuantityOnHand: string;
    QuantityAvailable: string;
    ItemCount: string;
    EarliestExpiry: string | null;
  }
  const headers = { prefer: 'odata.maxpagesize=900', accept: 'application/json;IEEE754Compatible=true' };
  const groupsFrom = async (path: string) => {
    const groups: Group[] = [];
    const counts = new Set<string>();
    for (let next: string | undefined = path; next !== undefined; ) {
      const { body } = await ask(next, { headers });
      groups.push(...body.value);
      counts.add(body['@odata.count']);
      next = body['@odata.nextLink']?.replace(/^.*\/odata\/v4\//, '');
    }
    return { groups, counts };
  };
  const summed = async (filter: object) => {
    const by: InventoryGroupKey[] = ['ERP_CUSTOMER', 'PART_NUMBER', 'WAREHOUSE', 'STATUS'];
    const { data } = await app.ask(InventoryGroupsDocument, { by, filter, first: 5000 }, 'customer1');
    return (data?.inventoryGroups ?? []).map((group) => {
      const { erpCustomer, partNumber, warehouse, status, unit } = group;
      const id = JSON.stringify([erpCustomer?.name, partNumber, warehouse, status, unit]);
      const sums = [group.quantityOnHand, group.quantityAvailable].map(scaled);
      return [id, String(group.itemCount), ...sums, group.earliestExpiry];
    });
  };
  const shown = (groups: readonly Group[]) =>
    groups.map(({ Id, ItemCount, QuantityOnHand, QuantityAvailable, EarliestExpiry }) => {
      return [Id, ItemCount, scaled(QuantityOnHand), scaled(QuantityAvailable), EarliestExpiry];
    });
  const inOrder = (rows: readonly unknown[][]) =>
    [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));

  test('has on its pages every sum that GraphQL has, once', async () => {
    const { groups, counts } = await groupsFrom('InventoryGroups?$count=true');
    expect(groups.length).toBeGreaterThan(900);
    expect(inOrder(shown(groups))).toEqual(inOrder(await summed({})));
    expect([...counts]).toEqual([String(groups.length)]);
    expect((await ask('InventoryGroups/$count')).text).toBe(String(groups.length));
  });

  test('sums the rows that match, in the order asked for', async () => {
    const options = {
      $filter: "startswith(Warehouse,'SYD')",
      $orderby: 'PartNumber desc,Warehouse',
      $top: '2000',
    };
    const { groups } = await groupsFrom(withOptions('InventoryGroups', options));
    expect(inOrder(shown(groups))).toEqual(inOrder(await summed({ warehouse: { startsWith: 'SYD' } })));
    const parts = groups.map(({ PartNumber }) => PartNumber);
    expect(parts.every((part, at) => at === 0 || part <= (parts[at - 1] ?? ''))).toBe(true);
    expect((await ask('InventoryGroups?$filter=QuantityOnHand%20gt%201')).status).toBe(501);
  });

  test('has nulls as the lowest values', async () => {
    const statuses = async ($orderby: string) => {
      const { body } = await ask(withOptions('InventoryGroups', { $orderby, $top: '5' }));
      return new Set(body.value.map(({ Status }: { Status: string | null }) => Status));
    };
    expect(await statuses('Status')).toEqual(new Set([null]));
    expect(await statuses('Status desc')).not.toContain(null);
  });
});

describe('the ERP', () => {
  const questionsOf = async (path: string) => {
    proxy.questions.length = 0;
    expect((await ask(path)).status).toBe(200);
    return proxy.questions.length;
  };

  test('is asked once for a page, and once more for its count', async () => {
    expect(await questionsOf('Inventory?$top=7')).toBe(1);
    expect(await questionsOf('Inventory?$top=8&$count=true')).toBe(2);
    expect(await questionsOf('Inventory/$count')).toBe(1);
    expect(await questionsOf('InventoryGroups?$top=7')).toBe(1);
    expect(await questionsOf('Inventory?$top=0')).toBe(0);
    expect(await questionsOf('$metadata')).toBe(0);
  });

  test('works on four pages of a key at once; a fifth is told to wait, and another key is not', async () => {
    const { secret: other } = await insertApiKey(app, { erpCustomers: OWN });
    proxy.hold();
    const five = Array.from({ length: 5 }, (_, n) => ask(`Inventory?$top=1&$skip=${n}`));
    const refused = await Promise.race(five);
    expect([refused.status, refused.body.error.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const others = ask('Inventory?$top=1', { key: other });
    expect((await ask('$metadata')).status).toBe(200);
    proxy.release();
    const statuses = (await Promise.all(five)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 429]);
    expect((await others).status).toBe(200);
    // Those that are answered make room.
    expect((await ask('Inventory?$top=1&$skip=5')).status).toBe(200);
  });

  test('no longer answers a page whose client has left, which is no error of the service', async () => {
    proxy.hold();
    proxy.questions.length = 0;
    const id = 'left-early';
    const headers = { authorization: basic(key), 'x-request-id': id };
    const sent = request(`${app.url}/odata/v4/Inventory?$top=9`, { headers }).on('error', () => {});
    sent.end();
    await until(() => proxy.questions.length === 1);
    sent.destroy();
    const lines = () => app.log.filter((line) => line.includes(id));
    await until(() => lines().length > 0);
    proxy.release();
    expect((await ask('Inventory?$top=1')).status).toBe(200);
    expect(lines().join('')).not.toContain('masked');
  });

  test('that is down is said to be down: no older rows are shown', async () => {
    const path = 'Inventory?$top=5';
    expect((await ask(path)).status).toBe(200);
    await proxy.goDown();
    for (const one of [path, 'Inventory/$count', 'InventoryGroups', "Inventory('1')"]) {
      const { status, headers, body, rawHeaders } = await ask(one);
      expect([one, status, Object.keys(body)]).toEqual([one, 503, ['error']]);
      expect(body.error.code).toBe('ERP_UNAVAILABLE');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(rawHeaders.filter((name) => /^odata-version$/i.test(name))).toHaveLength(1);
    }
    expect((await ask('$metadata')).status).toBe(200);
    await proxy.comeUp();
    await until(async () => (await ask(path)).status === 200);
  });
});
