import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DashboardDocument, type DashboardQuery } from '../../../schema/operations.generated.js';
import { trailWhere } from '../../support/audit-trail.js';
import { rest } from '../../support/rest.js';
import { runCommand } from '../../support/run-command.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
const seed = (...options: string[]) =>
  runCommand(['seed', ...options], { settings: { DATABASE_URL: app.databaseUrl } });

/** The connotes and quotes as a role sees them, in the words of the list that they are made from. */
const FREIGHT = `{
  connotes(orderBy: { field: NUMBER }) {
    totalCount
    nodes { id number status pickup { suburb state } delivery { suburb state } totalAmount currency driver { name } version
      proofOfDelivery { receivedBy } events { from to } trackingUrl }
  }
}`;
const QUOTES = `{
  quotes(orderBy: { field: REFERENCE }) {
    nodes { id reference status origin { suburb state } destination { suburb state } service weightKg totalAmount validUntil
      events { from to } }
  }
}`;
interface Place {
  suburb: string;
  state: string;
}
interface Connote {
  id: string;
  number: string;
  status: string;
  pickup: Place;
  delivery: Place;
  totalAmount: string;
  driver: { name: string } | null;
  version: number;
  proofOfDelivery: { receivedBy: string } | null;
  events: { from: string | null; to: string }[];
  trackingUrl: string;
}
interface Quote {
  reference: string;
  status: string;
  origin: Place;
  destination: Place;
  service: string;
  weightKg: string;
  totalAmount: string;
  validUntil: string | null;
  events: { from: string | null; to: string }[];
}
async function connotes(as: DemoUser): Promise<Connote[]> {
  const { data, errors } = await app.ask<{ connotes: { nodes: Connote[] } }, object>(FREIGHT, {}, as);
  expect(errors).toEqual([]);
  return data?.connotes.nodes ?? [];
}
async function quotes(as: DemoUser): Promise<Quote[]> {
  const { data, errors } = await app.ask<{ quotes: { nodes: Quote[] } }, object>(QUOTES, {}, as);
  expect(errors).toEqual([]);
  return data?.quotes.nodes ?? [];
}
const lane = (from: Place, to: Place) => `${from.suburb} ${from.state} → ${to.suburb} ${to.state}`;

const CONNOTES = [
  ['CN-TEST-001', 'DRAFT', 'Sydney NSW → Melbourne VIC', '450.00', null],
  ['CN-TEST-002', 'CONFIRMED', 'Melbourne VIC → Brisbane QLD', '825.50', null],
  ['CN-TEST-003', 'IN_TRANSIT', 'Adelaide SA → Perth WA', '1250.00', 'driver1'],
  ['CN-TEST-004', 'DELIVERED', 'Hobart TAS → Sydney NSW', '550.75', 'driver1'],
  ['CN-TEST-005', 'CANCELLED', 'Darwin NT → Cairns QLD', '380.00', null],
  ['CN-TEST-006', 'PENDING', 'Sydney NSW → Adelaide SA', '675.00', null],
  ['CN-TEST-007', 'ALLOCATED', 'Brisbane QLD → Melbourne VIC', '925.00', 'driver1'],
];
const ALL_QUOTES = [
  ['QT-TEST-001', 'QUOTED', 'Sydney NSW → Melbourne VIC', 'STANDARD', '100', '300.00'],
  ['QT-TEST-002', 'APPROVED', 'Melbourne VIC → Brisbane QLD', 'EXPRESS', '200', '550.00'],
  ['QT-TEST-003', 'PENDING', 'Brisbane QLD → Sydney NSW', 'ECONOMY', '300', '800.00'],
  ['QT-TEST-004', 'EXPIRED', 'Perth WA → Darwin NT', 'STANDARD', '400', '1050.00'],
  ['QT-TEST-005', 'REJECTED', 'Adelaide SA → Hobart TAS', 'EXPRESS', '500', '1300.00'],
  ['QT-TEST-006', 'QUOTED', 'Parramatta NSW → Geelong VIC', 'STANDARD', '150', '450.00'],
  ['QT-TEST-007', 'APPROVED', 'Gold Coast QLD → Penrith NSW', 'EXPRESS', '250', '700.00'],
];

beforeAll(async () => {
  app = await startTestApp();
  const { code, stdout } = await seed();
  expect(code).toBe(0);
  for (const [name, status] of [...CONNOTES, ...ALL_QUOTES]) {
    expect(stdout).toMatch(new RegExp(`^ +${name} +${status} +created$`, 'm'));
  }
  expect(stdout).toMatch(/^ +driver1 +password123 +DRIVER .* found$/m);
});
afterAll(() => app.stop());

describe('the demo freight', () => {
  test('is what the README of a demo can rely on', async () => {
    const shown = (await connotes('customer1')).map((one) => [
      ...[one.number, one.status, lane(one.pickup, one.delivery), one.totalAmount],
      one.driver?.name ?? null,
    ]);
    expect(shown).toEqual(CONNOTES);
    const priced = (await quotes('customer1')).map((one) => [
      ...[one.reference, one.status, lane(one.origin, one.destination)],
      ...[one.service, one.weightKg, one.totalAmount],
    ]);
    expect(priced).toEqual(ALL_QUOTES);
  });

  test('has a history that leads to its status, a proof of its delivery, and open prices for 30 days', async () => {
    for (const { status, events, proofOfDelivery } of await connotes('operations1')) {
      expect(events[0]?.from).toBeNull();
      expect(events.at(-1)?.to).toBe(status);
      expect(events.slice(1).map(({ from }) => from)).toEqual(events.slice(0, -1).map(({ to }) => to));
      expect(proofOfDelivery !== null).toBe(status === 'DELIVERED');
    }
    const in30Days = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const open = (await quotes('operations1')).filter(({ status }) => status === 'QUOTED');
    expect(open.map(({ validUntil }) => validUntil)).toEqual([in30Days, in30Days]);
  });

  test('is seen by those whose it is: customer, driver, warehouse, and staff', async () => {
    const seenBy = async (as: DemoUser) =>
      (await connotes(as)).map(({ number }) => number.slice(-1)).join('');
    expect(await seenBy('operations1')).toBe('1234567');
    expect(await seenBy('admin1')).toBe('1234567');
    expect(await seenBy('driver1')).toBe('347');
    expect(await seenBy('warehouse1')).toBe('2347');
    expect(await seenBy('customer2')).toBe('');
    expect(await quotes('customer2')).toEqual([]);
  });

  test('is left as it is by a second seeding, and made again by a reset', async () => {
    const [draft] = await connotes('customer1');
    const cancelled = await app.ask(
      'mutation ($id: ID!) { cancelConnote(id: $id) { connote { status } } }',
      { id: draft?.id },
      'customer1',
    );
    expect(cancelled.errors).toEqual([]);
    expect((await seed()).stdout).toMatch(/^ +CN-TEST-001 +CANCELLED +found$/m);
    const [approved] = (await quotes('customer1')).filter(({ reference }) => reference === 'QT-TEST-002');
    const booked = await app.ask<{ bookShipment: { connote: { number: string } } }, object>(
      'mutation ($id: ID!) { bookShipment(input: { quoteId: $id }) { connote { number } } }',
      { id: (approved as Quote & { id: string }).id },
      'customer1',
    );
    expect(booked.errors).toEqual([]);
    const { code, stdout } = await seed('--reset');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +CN-TEST-001 +DRAFT +created$/m);
    const numbers = (await connotes('customer1')).map(({ number }) => number);
    // What a customer booked from a demo quote is theirs.
    expect(numbers).toEqual(
      [...CONNOTES.map(([number]) => number), booked.data?.bookShipment.connote.number].sort(),
    );
    await app.database("delete from connote where number not like 'CN-TEST-%'");
  });
});

test('two seedings at once leave one of each, and what a reset removes is in the log', async () => {
  await app.database("update portal_user set customer_id = null where username = 'customer1'");
  const outcomes = await Promise.all([seed('--reset'), seed('--reset'), seed()]);
  expect(outcomes.map(({ code, stderr }) => [code, stderr])).toEqual([0, 0, 0].map((code) => [code, '']));
  const [counted] = await app.database(
    "select count(*)::int as n from customer where email = 'customer1@demo.example'",
  );
  expect(counted?.['n']).toBe(1);
  expect((await connotes('customer1')).map(({ number }) => number)).toEqual(
    CONNOTES.map(([number]) => number),
  );
  const removed = await trailWhere(
    app,
    "action = $1 and target_label = 'CN-TEST-004'",
    'DEMO_FREIGHT_REMOVED',
  );
  expect(removed.length).toBeGreaterThanOrEqual(2);
});

test('a deleted customer sees nothing and is given nothing: a seeding finds the login another one', async () => {
  const [row] = await app.database("select customer_id as id from portal_user where username = 'customer1'");
  await app.database('update customer set deleted_at = now(), email = null, email_key = null where id = $1', [
    row?.['id'],
  ]);
  expect(await connotes('customer1')).toEqual([]);
  expect(await quotes('customer1')).toEqual([]);
  expect((await seed('--reset')).code).toBe(0);
  expect((await connotes('customer1')).length).toBe(CONNOTES.length);
});

describe('a dashboard', () => {
  const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);

  test.each([
    ['customer1', '/customer/dashboard', 7, 7, true, [null, null, null]],
    ['customer2', '/customer/dashboard', 0, 0, true, [null, null, null]],
    ['operations1', '/operations/dashboard', 7, 7, true, [null, null, 1]],
    ['admin1', '/admin/dashboard', 7, 7, true, [1, 2, 1]],
    ['driver1', '/driver/dashboard', 0, 3, false, [null, null, null]],
    ['warehouse1', '/warehouse/dashboard', 0, 4, true, [null, null, null]],
  ] as const)(
    'of %s counts what that login may see, in as many queries as that takes',
    async (as, path, quoted, booked, stock, waiting) => {
      await prepareWaiting();
      await app.tokenOf(as);
      app.clear();
      const { data, errors } = await app.ask(DashboardDocument, {}, as);
      expect(errors).toEqual([]);
      const found = (data as DashboardQuery).dashboard;
      expect(found.path).toBe(path);
      expect(sum(found.quotesByStatus)).toBe(quoted);
      expect(sum(found.connotesByStatus)).toBe(booked);
      expect(found.inventory !== null).toBe(stock);
      expect([found.lockedUsers, found.failedMails, found.failedProvisionings]).toEqual(waiting);
      // Session, quotes, connotes, and what waits.
      expect(app.databaseQueries.length).toBeLessThanOrEqual(4);
    },
  );

  test('is there while the ERP is not: the stock alone has an error', async () => {
    const down = await app.sibling({
      ERP_KIND: 'postgres',
      ERP_HOST: '127.0.0.1',
      ERP_PORT: '1',
      ERP_STALE_MAX_SECONDS: '0',
    });
    const { data, errors } = await down.ask(DashboardDocument, {}, 'operations1');
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['dashboard', 'inventory'], 'ERP_UNAVAILABLE'],
    ]);
    expect(data?.dashboard).toMatchObject({ inventory: null, failedProvisionings: expect.any(Number) });
    expect(sum(data?.dashboard.connotesByStatus ?? [])).toBe(7);
  });

  let prepared = false;
  /** A login that waits, two mails that failed, and a customer without the account that they should have. */
  async function prepareWaiting() {
    if (prepared) return;
    prepared = true;
    await app.database(
      `insert into login_counter (key, user_id, failures, looked_at, waiting_until, forget_at)
       select 'test', id, 5, 5, now() + interval '1 hour', now() + interval '1 day' from portal_user where username = 'customer2'`,
    );
    await app.database(
      `insert into mail (id, recipient, recipient_key, template, subject, status, attempts)
       select gen_random_uuid(), 'a@b.example', 'a@b.example', 'WELCOME', 'x', status, 1
       from unnest(array['DEAD', 'DEAD', 'SENT']) status`,
    );
    await app.database(
      `insert into customer (first_name, last_name, source, provisioning) values ('A', 'B', 'API', 'FAILED')`,
    );
  }
});

describe('tracking', () => {
  const NAMES = /Casey|Nguyen|Acme|Wharf|Street|Goods in|550\.75|1250|Left at dock|Robin|driver1|@/;

  test('by the link of a mail shows number, status, suburbs, times and nothing else, to anybody', async () => {
    const [, , onTheWay, delivered] = await connotes('customer1');
    for (const { number, status, trackingUrl, events } of [onTheWay, delivered] as Connote[]) {
      const { pathname } = new URL(trackingUrl);
      const page = await fetch(app.url + pathname);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      const response = await fetch(`${app.url}/api${pathname}`);
      expect(response.status).toBe(200);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ number, status, from: { state: expect.any(String) } });
      expect(JSON.parse(text).events.map((event: { status: string }) => event.status)).toEqual(
        events.map(({ to }) => to),
      );
      expect(text).not.toMatch(NAMES);
      expect(app.log.join('')).not.toContain(pathname.split('/').at(-1));
      expect(Object.keys(JSON.parse(text)).sort()).toEqual(
        ['deliveredAt', 'estimatedDeliveryOn', 'events', 'from', 'number', 'status', 'to'].sort(),
      );
    }
  });

  test('by number needs the postcode, has one answer for unknown and wrong, and can hardly be guessed', async () => {
    const ask = (number: string, postcode: string) =>
      rest(app, 'GET', `/api/track?${new URLSearchParams({ number, postcode })}`, { as: null });
    expect((await ask('cn-test-003', '6000')).body).toMatchObject({
      number: 'CN-TEST-003',
      to: { suburb: 'Perth' },
    });
    const wrong = await ask('CN-TEST-003', '5000');
    const unknown = await ask('CN-TEST-999', '6000');
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    const { instance: _one, requestId: _r1, ...first } = wrong.body;
    const { instance: _two, requestId: _r2, ...second } = unknown.body;
    expect(first).toEqual(second);
    for (let guess = 3; guess < 10; guess += 1)
      expect((await ask('CN-TEST-003', String(guess))).status).toBe(404);
    const refused = await ask('CN-TEST-003', '6000');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test.each(['nothing', '..%2f..%2fetc', "x' or true --", 'A'.repeat(32)])(
    'leads nowhere with %s',
    async (token) => {
      const { status, body } = await rest(app, 'GET', `/api/track/${encodeURIComponent(token)}`, {
        as: null,
      });
      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    },
  );

  test('says what is missing', async () => {
    const { status, body } = await rest(app, 'GET', '/api/track?number=CN-TEST-003', { as: null });
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('postcode')]);
  });
});

describe("the playground's tabs of freight", () => {
  const FOLDER = new URL('../../../schema/operations/', import.meta.url);
  const tabs = readdirSync(FOLDER).filter((file) => /^(6\d|7\d|8[0-3])-/.test(file));
  const textOf = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');
  const needsId = (file: string) => /^# variables:/m.test(textOf(file));

  test.each(tabs.filter((file) => !needsId(file)))('%s runs as it opens', async (file) => {
    const as = /admins and operations/.test(textOf(file)) ? 'operations1' : 'customer1';
    const { data, errors } = await app.ask(textOf(file), {}, as);
    expect(errors).toEqual([]);
    const [found] = Object.values(data as object);
    expect(found).not.toBeNull();
  });

  test('others have the place for an id in their variables', () => {
    for (const file of tabs.filter(needsId)) expect(textOf(file)).toMatch(/^# variables: .*"id": ""/m);
  });
});
