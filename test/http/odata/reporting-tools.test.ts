import { ODataQuery } from 'ts-odata-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import { insertApiKey } from '../../support/insert-api-key.js';
import { available, expectedIds, scaled, TRUTH } from '../../support/inventory-oracle.js';
import { askOData, basic, type ODataAnswer, type ODataRequest } from '../../support/odata-client.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

/** The address of the portal, below a path. */
const SITE = 'https://portal.example.com/portico';
const ROOT = `${SITE}/odata/v4/`;
const DIGITS = 'Digits & Sons';
/** The headers with which Power Query asks, in Excel and in Power BI. */
const POWER_QUERY = {
  'user-agent': 'Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)',
  'odata-maxversion': '4.0',
  accept:
    'application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7',
  'accept-encoding': 'gzip, deflate',
};

let app: TestApp;
let key: string;
let digitsKey: string;
beforeAll(async () => {
  app = await startTestApp({ APP_BASE_URL: SITE, CORS_ORIGINS: 'https://reports.example.com' });
  ({ secret: key } = await insertApiKey(app, {
    erpCustomers: ['Acme Beverages', 'Brünnhilde Kosmetik GmbH'],
  }));
  ({ secret: digitsKey } = await insertApiKey(app, { erpCustomers: [DIGITS] }));
  await app.erp(
    `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated, last_move_utc)
     values (-1, $1, 'A', 'SYD1', 'KG', 1234567890123456789012345678.0123456789, 0, '2026-03-29 01:30:00.120'),
            (-2, $1, 'B', 'SYD1', 'KG', 0.0000000001, 0.0000000003, null)`,
    [DIGITS],
  );
});
afterAll(() => app.stop());

/** Asks as Power Query, at an address of the feed or below its root. */
const ask = (address: string, { headers, ...request }: ODataRequest = {}) =>
  askOData(app, (address.startsWith(SITE) ? address : ROOT + address).replace(/^https:\/\/[^/]+/, ''), {
    ...{ key, ...request },
    headers: { ...POWER_QUERY, ...headers },
  });

/** All pages from an address on. */
async function pagesFrom(address: string, headers: Record<string, string> = {}): Promise<ODataAnswer[]> {
  const pages: ODataAnswer[] = [];
  for (let next: string | undefined = address; next !== undefined; ) {
    const page = await ask(next, { headers });
    expect(page.status).toBe(200);
    pages.push(page);
    next = page.body['@odata.nextLink'];
    if (next !== undefined) expect(next.startsWith(ROOT)).toBe(true);
  }
  return pages;
}

const truthOf = (user: 'customer1' | 'customer2', filter = {}) =>
  [...expectedIds(user, filter)].map((id) => TRUTH.get(id)).filter((row) => row !== undefined);

/** A row as the feed shows it with numbers as texts, its quantities scaled. */
const entityOf = (row: DemoStockRow) => ({
  Id: String(row.stockNo),
  ErpCustomer: row.ownerName,
  PartNumber: row.itemCode,
  Description: row.itemText,
  Warehouse: row.whse,
  Bin: row.binCode,
  Lot: row.lotNo,
  Status: row.holdCode,
  Unit: row.uom,
  QuantityOnHand: scaled(row.qtyOnHand),
  QuantityAllocated: scaled(row.qtyAllocated),
  QuantityAvailable: available(row),
  ReceivedOn: row.receivedDate,
  ExpiresOn: row.expiryDate,
  LastMovedAt: row.lastMoveUtc && `${row.lastMoveUtc}Z`,
});
const QUANTITIES = ['QuantityOnHand', 'QuantityAllocated', 'QuantityAvailable'] as const;
const withScaled = (entity: Record<string, string>) => ({
  ...entity,
  ...Object.fromEntries(QUANTITIES.map((name) => [name, scaled(entity[name] ?? '')])),
});
const byId = (a: { Id?: string }, b: { Id?: string }) => String(a.Id).localeCompare(String(b.Id));

describe('Power Query', () => {
  test('is asked for credentials, and gets in with any user name and the key as password', async () => {
    const nobody = await ask('', { key: null });
    expect(nobody.status).toBe(401);
    expect(nobody.headers['www-authenticate']).toBe('Basic realm="Portico", charset="UTF-8"');
    expect(nobody.body.error).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const authorization of [basic(key), basic(key, ''), basic(key, 'Müller'), `Bearer ${key}`]) {
      expect((await ask('', { key: null, authorization })).status).toBe(200);
    }
  });

  test('finds the entity sets in the service document, and their types in the metadata', async () => {
    const service = await ask('');
    expect(service.headers['content-type']).toBe(
      'application/json;odata.metadata=minimal;IEEE754Compatible=false;charset=utf-8',
    );
    expect(service.body).toEqual({
      '@odata.context': `${ROOT}$metadata`,
      value: ['Inventory', 'InventoryGroups'].map((name) => ({ name, kind: 'EntitySet', url: name })),
    });
    const xml = await ask('$metadata');
    expect(xml.headers['content-type']).toBe('application/xml;charset=utf-8');
    expect(xml.headers['content-encoding']).toBe('gzip');
    expect(xml.text).toMatch(/^<\?xml .*<edmx:Edmx .* Version="4\.0">.*<EntityType Name="InventoryItem">/s);
    const json = await ask('$metadata?$format=json');
    expect(json.headers['content-type']).toBe('application/json;charset=utf-8');
    expect(Object.keys(json.body.Portico)).toContain('InventoryItem');
    expect((await ask('$metadata', { headers: { accept: 'application/json' } })).body).toEqual(json.body);
    expect((await ask('$metadata', { headers: { accept: 'image/png' } })).status).toBe(406);
  });

  test('gets every row of its scope exactly once by the links from page to page', async () => {
    const pages = await pagesFrom('Inventory', {
      prefer: 'odata.maxpagesize=700',
      accept: 'application/json;IEEE754Compatible=true',
    });
    const entities = pages.flatMap(({ body }) => body.value.map(withScaled));
    expect(entities.sort(byId)).toEqual(truthOf('customer1').map(entityOf).sort(byId));
    for (const [index, { headers, body }] of pages.entries()) {
      expect(headers['preference-applied']).toBe('odata.maxpagesize=700');
      expect(headers['content-encoding']).toBe('gzip');
      expect(body['@odata.context']).toBe(`${ROOT}$metadata#Inventory`);
      if (index < pages.length - 1) expect(body.value).toHaveLength(700);
    }
    expect((await ask('Inventory?$top=1')).headers['preference-applied']).toBeUndefined();
  });

  test('gets, with its options on every page, the rows that match in their order up to $top', async () => {
    const query =
      "Inventory?$filter=startswith(Warehouse,'SYD')&$orderby=Lot desc,Bin&$select=Id,Lot&$count=true";
    const prefer = { prefer: 'maxpagesize=90' };
    const matching = truthOf('customer1', { warehouse: { startsWith: 'SYD' } });
    const all = await pagesFrom(query, prefer);
    const ids = all.flatMap(({ body }) => body.value.map(({ Id }: { Id: string }) => Id));
    expect(new Set(ids)).toEqual(new Set(matching.map(({ stockNo }) => String(stockNo))));
    expect(ids).toHaveLength(matching.length);
    expect(all.map(({ body }) => body['@odata.count'])).toEqual(all.map(() => matching.length));
    expect(all[0]?.body['@odata.context']).toBe(`${ROOT}$metadata#Inventory(Id,Lot)`);
    const lots = ids.map((id) => TRUTH.get(id)?.lotNo ?? '');
    expect(lots.slice(0, lots.indexOf('')).every((lot, at) => at === 0 || lot <= (lots[at - 1] ?? ''))).toBe(
      true,
    );
    const some = await pagesFrom(`${query}&$skip=15&$top=200`, prefer);
    expect(some.flatMap(({ body }) => body.value.map(({ Id }: { Id: string }) => Id))).toEqual(
      ids.slice(15, 215),
    );
  });

  test('gets each digit of a number, without an exponent', async () => {
    const { text } = await ask('Inventory?$orderby=PartNumber', { key: digitsKey });
    const numbers = [...text.matchAll(/"Quantity(?:OnHand|Allocated|Available)":([^,}]+)/g)].map(
      ([, one]) => one,
    );
    expect(numbers).toEqual([
      ...['1234567890123456789012345678.0123456789', '0', '1234567890123456789012345678.0123456789'],
      ...['0.0000000001', '0.0000000003', '-0.0000000002'],
    ]);
    expect(text).toContain('"LastMovedAt":"2026-03-29T01:30:00.120Z"');
    const texts = await ask('Inventory?$top=1&$orderby=PartNumber&$count=true', {
      key: digitsKey,
      headers: { accept: 'application/json;odata.metadata=full;IEEE754Compatible=true' },
    });
    expect(texts.headers['content-type']).toContain('odata.metadata=full;IEEE754Compatible=true');
    expect(texts.body['@odata.count']).toBe('2');
    expect(texts.body.value[0]).toMatchObject({
      '@odata.id': `${ROOT}Inventory('-1')`,
      'QuantityOnHand@odata.type': '#Decimal',
      QuantityOnHand: '1234567890123456789012345678.0123456789',
    });
  });

  test('finds what was moved since a local time, whichever way its client writes blanks and plus', async () => {
    const countSince = async (filter: string) =>
      (await ask(`Inventory/$count?$filter=${filter}`, { key: digitsKey })).text;
    for (const plus of ['+', '%2B', '%20'])
      for (const blank of ['+', '%20']) {
        const since = (fraction: string) =>
          `LastMovedAt${blank}ge${blank}2026-03-29T03:30:00.${fraction}${plus}02:00`;
        expect([await countSince(since('12')), await countSince(since('121'))]).toEqual(['1', '0']);
      }
  });

  test('may ask for 200 pages in a minute, four at a time', async () => {
    const statuses = new Set<number>();
    for (let page = 0; page < 200; page += 4) {
      const four = await Promise.all(Array.from({ length: 4 }, () => ask('Inventory?$top=0')));
      for (const { status } of four) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200]));
  });

  test('opens Power BI with a file that has the address and no secret in it', async () => {
    const { body, headers } = await ask('portico.pbids', { key: null });
    expect(headers['content-disposition']).toContain('portico.pbids');
    expect(body.connections[0].details).toEqual({ protocol: 'odata', address: { url: ROOT } });
  });
});

describe('every answer names the version of OData once', () => {
  const versions = ({ rawHeaders }: ODataAnswer) =>
    rawHeaders.filter((_value, at) => at > 0 && rawHeaders[at - 1]?.toLowerCase() === 'odata-version');

  test.each<[number, string, ODataRequest]>([
    [200, 'Inventory?$top=1', {}],
    [200, 'Inventory?$top=1', { method: 'HEAD' }],
    [204, 'Inventory', { method: 'OPTIONS' }],
    [400, 'Inventory?$filter=', {}],
    [200, 'Inventory?$top=1', { headers: { 'odata-maxversion': '4.0;NetFx' } }],
    [200, 'Inventory?$top=1', { headers: { 'odata-maxversion': '4.01' } }],
    [400, 'Inventory', { headers: { 'odata-maxversion': '3.0' } }],
    [400, 'Inventory', { headers: { 'odata-maxversion': '3.0;NetFx' } }],
    [400, 'Inventory', { headers: { 'odata-maxversion': ';NetFx' } }],
    [200, 'Inventory/?$top=1', {}],
    [200, 'Inventory/$count/', {}],
    [200, '$metadata/', {}],
    [501, 'Inventory//', {}],
    [501, 'Inventory/$value/', {}],
    [400, 'Inventory(%E0%A4%A)', {}],
    [401, 'Inventory', { key: null }],
    [401, 'Inventory', { key: null, method: 'HEAD' }],
    [401, '$metadata', { key: `ptk_${'x'.repeat(43)}` }],
    [404, 'Nothing', {}],
    [404, '../Inventory', {}],
    [404, '../v3/', {}],
    [404, "Inventory('none such')", {}],
    [405, 'Inventory', { method: 'POST', body: '{}' }],
    [406, 'Inventory', { headers: { accept: 'application/atom+xml' } }],
    [501, '$batch', { method: 'POST', body: '{}' }],
    [501, 'Inventory?$expand=Owner', {}],
    [501, "InventoryGroups('x')", {}],
  ])('%i for %s %j', async (status, path, request) => {
    const answer = await ask(path, request);
    expect(answer.status).toBe(status);
    expect(versions(answer)).toEqual(['4.0']);
    if (status >= 400 && request.method !== 'HEAD') {
      expect(answer.headers['content-type']).toMatch(
        /^application\/json; ?odata\.metadata=minimal; ?charset=utf-8$/,
      );
      expect(answer.body).toEqual({
        error: expect.objectContaining({ code: expect.stringMatching(/^[A-Z_]+$/) }),
      });
    }
  });

  test('403 and 429', async () => {
    const authorization = `Bearer ${await app.tokenOf('driver1')}`;
    const forbidden = await ask('Inventory', { key: null, authorization });
    expect([forbidden.status, ...versions(forbidden)]).toEqual([403, '4.0']);
    const busy = await app.sibling({ RATE_LIMIT_PER_API_KEY: '1', RATE_LIMIT_PER_ADDRESS: '3' });
    const answers = [];
    for (const path of ['', '', '', '']) answers.push(await askOData(busy, `/odata/v4/${path}`, { key }));
    expect(answers.map((answer) => [answer.status, ...versions(answer)])).toEqual([
      [200, '4.0'],
      ...[2, 3, 4].map(() => [429, '4.0']),
    ]);
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
    await busy.stop();
  });

  test('a page of another site may read it, and send what clients of OData send', async () => {
    const preflight = await ask('Inventory', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://reports.example.com',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,odata-maxversion,prefer',
      },
    });
    expect(preflight.headers['access-control-allow-headers']).toMatch(/odata-maxversion,prefer/);
    const answer = await ask('Inventory?$top=1', {
      headers: { origin: 'https://reports.example.com', 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    expect(answer.headers['access-control-expose-headers']).toMatch(/odata-version,preference-applied/);
  });
});

describe('a key that a browser remembers', () => {
  const fromElsewhere: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site', origin: 'null' },
  ];

  test('opens nothing for a page of another site', async () => {
    for (const headers of fromElsewhere) {
      for (const path of ['', '$metadata', 'Inventory?$top=1', '$batch']) {
        const { status, body } = await ask(path, { headers });
        expect([path, status, body.error.code]).toEqual([path, 403, 'FORBIDDEN']);
      }
      const exported = await askOData(app, '/portico/export/inventory.csv', { key, headers });
      expect([exported.status, exported.body.code]).toEqual([403, 'FORBIDDEN']);
    }
  });

  test('still does for a page of the portal, an address typed in, and what other sites link to', async () => {
    for (const site of ['same-origin', 'none']) {
      expect((await ask('Inventory?$top=1', { headers: { 'sec-fetch-site': site } })).status).toBe(200);
    }
    const linked = { headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await ask('portico.pbids', linked)).status).toBe(200);
    const download = await askOData(app, `/portico/export/download/${'x'.repeat(43)}`, linked);
    expect(download.status).toBe(410);
  });
});

interface Item {
  Id: string;
  Status: string;
  Lot: string;
  QuantityOnHand: number;
}

describe('a client library of OData', () => {
  const realFetch = globalThis.fetch;
  beforeAll(() => {
    // The feed's links lead to the public address.
    globalThis.fetch = (input, init) =>
      realFetch(String(input).replace('https://portal.example.com', app.url), init);
  });
  afterAll(() => {
    globalThis.fetch = realFetch;
  });
  const items = (headers: Record<string, string> = {}) =>
    ODataQuery.forV4<Item>(`${ROOT}Inventory`, {
      requestInit: () => ({ headers: { authorization: basic(key), ...headers } }),
    });

  test('reads all pages', async () => {
    const ids = new Set<string>();
    for await (const { Id } of items({ prefer: 'odata.maxpagesize=2000' })) ids.add(Id);
    expect(ids).toEqual(expectedIds('customer1', {}));
  });

  test('filters, orders, selects, skips, and counts', async () => {
    const page = await items()
      .filter((item) => item.Status.$equals('HOLD').or(item.Lot.$startsWith('L2605')))
      .orderByDescending((item) => item.QuantityOnHand)
      .select((item) => ({ Id: item.Id, QuantityOnHand: item.QuantityOnHand }))
      .skip(1)
      .top(5)
      .getManyWithCountAsync();
    const held = truthOf('customer1').filter(
      ({ holdCode, lotNo }) => holdCode === 'HOLD' || lotNo?.startsWith('L2605'),
    );
    expect(page['@odata.count']).toBe(held.length);
    const quantities = held.map(({ qtyOnHand }) => Number(qtyOnHand)).sort((a, b) => b - a);
    expect(page.value.map(({ QuantityOnHand }) => QuantityOnHand)).toEqual(quantities.slice(1, 6));
    expect(Object.keys(page.value[0] ?? {}).sort()).toEqual(['Id', 'QuantityOnHand']);
  });
});
