import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CancelConnoteDocument,
  type ConnoteFilter,
  type ConnoteOrder,
  ConnotesDocument,
  ConnotesOfCustomersDocument,
  CopyConnoteDocument,
  DriversDocument,
  RecentAddressesDocument,
} from '../../../schema/operations.generated.js';
import { type As, type Connotes, startFreight, storeBookable } from '../../support/connotes.js';
import type { Crm } from '../../support/crm.js';
import { codesOf } from '../../support/quotes.js';
import type { DemoUser, TestApp } from '../../support/start-app.js';

const ROLES: readonly DemoUser[] = ['operations1', 'admin1', 'customer1', 'driver1', 'warehouse1'];
const NOBODYS = '00000000-0000-4000-8000-000000000000';
let app: TestApp;
let connotes: Connotes;
let crm: Crm;
/** The customers of customer1 and customer2. */
let acme: string;
let zenith: string;
let driver1: string;
let driver2: { id: string; token: string };

beforeAll(async () => {
  ({ app, connotes, crm, acme, zenith, driver1, driver2 } = await startFreight());
});
afterAll(() => app.stop());

const list = async (filter: ConnoteFilter, as: As, orderBy: ConnoteOrder | null = null) => {
  const { data, errors } = await app.ask(ConnotesDocument, { filter, orderBy, first: 500 }, as);
  expect(errors).toEqual([]);
  if (!data) throw new Error('no list');
  return data.connotes;
};
const numbers = async (filter: ConnoteFilter, as: As) =>
  (await list(filter, as)).nodes.map(({ number }) => number);
const cancel = (id: string, as: As, text: string | null = null) =>
  app.ask(CancelConnoteDocument, { id, note: text }, as);

describe('who sees what', () => {
  test('customers see nothing of others: by id, nested, by filter, by search, by count', async () => {
    const { id, number } = await connotes.book({ customerReference: 'SECRET-1' }, 'customer2');
    const quoteId = await storeBookable(app, zenith);
    await connotes.tryBook({ quoteId }, 'customer2');
    expect(await connotes.read(id, 'customer1')).toBeNull();
    expect(await connotes.read(id, 'customerall')).toBeNull();
    for (const filter of [
      { customerId: zenith },
      { search: number },
      { search: 'zenith' },
      { search: 'SECRET-1' },
    ]) {
      expect(await list(filter, 'customer1')).toMatchObject({ nodes: [], totalCount: 0, countsByStatus: [] });
      expect((await list(filter, 'customer2')).nodes.length).toBeGreaterThan(0);
    }
    expect((await list({}, 'customerall')).totalCount).toBe(0);
    for (const answer of [
      await connotes.move({ id, to: 'CANCELLED' }, 'customer1'),
      await cancel(id, 'customer1'),
      await app.ask(CopyConnoteDocument, { id }, 'customer1'),
    ]) {
      expect(codesOf(answer)).toEqual(['NOT_FOUND']);
    }
    const all = await list({}, 'customer1');
    const [row] = await app.database('select count(*)::int as n from connote where customer_id = $1', [acme]);
    expect(all.totalCount).toBe(row?.['n']);
  });

  test('drivers see what is allocated to them, the warehouse what is confirmed, without contacts of customers', async () => {
    const by = Object.fromEntries(
      await Promise.all(
        (['DRAFT', 'PENDING', 'CONFIRMED', 'ALLOCATED', 'IN_TRANSIT', 'DELIVERED'] as const).map(
          async (status) => [status, await connotes.reach(status)] as const,
        ),
      ),
    );
    for (const [status, { id }] of Object.entries(by)) {
      const late = ['ALLOCATED', 'IN_TRANSIT', 'DELIVERED'].includes(status);
      expect([status, (await connotes.read(id, 'driver1')) !== null]).toEqual([status, late]);
      expect([status, (await connotes.read(id, driver2)) !== null]).toEqual([status, false]);
      expect([status, (await connotes.read(id, 'warehouse1')) !== null]).toEqual([
        status,
        late || status === 'CONFIRMED',
      ]);
    }
    const { id = '' } = by['ALLOCATED'] ?? {};
    expect(await connotes.must(id, 'warehouse1')).toMatchObject({
      customer: { company: 'Acme Beverages', email: null, phone: null },
      pickup: { suburb: 'Sydney', contactName: null, contactPhone: null },
      delivery: { street: '1 Collins St' },
    });
    expect(await connotes.must(id, 'driver1')).toMatchObject({
      customer: { company: 'Acme Beverages', email: null, phone: null },
      pickup: { contactName: 'Pat', contactPhone: '02 5550 1234' },
    });
    expect((await connotes.must(id, 'customer1')).customer).toMatchObject({ email: 'ada@acme.example' });
    const noted = await app.ask<{ addConnoteNote: unknown }, object>(
      `mutation { addConnoteNote(id: "${id}", note: "x") { connote { pickup { contactPhone } customer { email } } } }`,
      {},
      'warehouse1',
    );
    expect(noted.data?.addConnoteNote).toEqual({
      connote: { pickup: { contactPhone: null }, customer: { email: null } },
    });
    expect(await numbers({ driverId: driver1, status: ['DRAFT', 'PENDING'] }, 'warehouse1')).toEqual([]);
  });

  test('nested lists of a customer show each role its own part', async () => {
    await storeBookable(app, acme);
    const { id } = await connotes.reach('ALLOCATED');
    const nested = `{ connote(id: "${id}") { quote { id } customer {
      quotes { totalCount nodes { id } } connotes(first: 500) { totalCount nodes { id status } } } } }`;
    const seen = async (as: As) => {
      const { data, errors } = await app.ask<
        {
          connote: {
            customer: {
              quotes: { totalCount: number };
              connotes: { totalCount: number; nodes: { id: string; status: string }[] };
            };
          };
        },
        object
      >(nested, {}, as);
      expect(errors).toEqual([]);
      return data?.connote.customer;
    };
    for (const as of ROLES) {
      const customer = await seen(as);
      const listed = await list({ customerId: acme }, as);
      expect(customer?.connotes.totalCount).toBe(listed.totalCount);
      expect(customer?.connotes.nodes.map((one) => one.id)).toEqual(listed.nodes.map((one) => one.id));
      const staff = as !== 'driver1' && as !== 'warehouse1';
      expect((customer?.quotes.totalCount ?? 0) > 0).toBe(staff);
    }
  });

  test('a login that must choose a password first reads nothing through its own customer', async () => {
    const token = await app.tokenOf('customer1');
    await app.database("update portal_user set must_change_password = true where username = 'customer1'");
    const way = '{ viewer { user { customer { connotes { totalCount } } } } }';
    const answer = await app.ask(way, {}, { token });
    await app.database("update portal_user set must_change_password = false where username = 'customer1'");
    expect(codesOf(answer)).toEqual(['PASSWORD_CHANGE_REQUIRED']);
    expect(codesOf(await app.ask(way, {}, { token }))).toEqual([]);
  });
});

describe('lists', () => {
  test('are filtered by day, service, driver, status and words, and count what the tabs show', async () => {
    const company = 'Förster & Söhne';
    const customerId = await crm.without({ company });
    const { id, number } = await connotes.book(
      { customerId, service: 'EXPRESS', pickupOn: '2999-05-05', delivery: { suburb: 'Hay%', state: 'NSW' } },
      'operations1',
    );
    const other = await connotes.book({ customerId, draft: true }, 'operations1');
    // In Sydney the day has begun already.
    await app.database("update connote set created_at = '2026-03-01T13:30:00Z' where id = $1", [id]);
    const day = { from: '2026-03-02', to: '2026-03-02' };
    const found = (filter: ConnoteFilter) => numbers({ customerId, ...filter }, 'admin1');
    expect(await found({ createdOn: day })).toEqual([number]);
    expect(await found({ createdOn: { to: '2026-03-01' } })).toEqual([]);
    expect(await found({ pickupOn: { from: '2999-05-05' } })).toEqual([number]);
    expect(await found({ pickupOn: { to: '2999-05-04' } })).toEqual([]);
    expect(await found({ service: ['EXPRESS'] })).toEqual([number]);
    expect(await found({ service: [] })).toEqual([]);
    expect(await found({ driverId: driver1 })).toEqual([]);
    for (const search of ['hay%', `förster ${number}`, 'Söhne nsw HAY', number]) {
      expect(await found({ search })).toEqual([number]);
    }
    expect(await found({ search: '%_' })).toEqual([]);
    expect(await list({ customerId, status: ['DRAFT'] }, 'operations1')).toMatchObject({
      nodes: [{ id: other.id }],
      totalCount: 1,
      countsByStatus: [
        { status: 'DRAFT', count: 1 },
        { status: 'PENDING', count: 1 },
      ],
    });
    const wrong = await app.ask(ConnotesDocument, { filter: { customerId: 'x' } }, 'operations1');
    expect(codesOf(wrong)).toEqual(['BAD_USER_INPUT']);
  });

  test('hold every connote once on their pages, in any order and both directions', async () => {
    const customerId = await crm.without();
    await storeOddlyOrdered(customerId);
    const all = (await list({ customerId }, 'operations1')).nodes;
    for (const { field, direction, expected } of expectedOrders(all)) {
      const orderBy = { field, direction };
      const read = async (page: object) =>
        (await app.ask(ConnotesDocument, { filter: { customerId }, orderBy, ...page }, 'operations1')).data
          ?.connotes;
      const forwards: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await read({ first: 4, after });
        forwards.push(...(page?.nodes ?? []).map(({ id }) => id));
        more = page?.pageInfo.hasNextPage ?? false;
        after = page?.pageInfo.endCursor ?? null;
      }
      expect([field, direction, forwards]).toEqual([field, direction, expected]);
      const last = await read({ last: 4 });
      const before = await read({ last: 4, before: last?.pageInfo.startCursor });
      const backwards = [...(before?.nodes ?? []), ...(last?.nodes ?? [])].map(({ id }) => id);
      expect([field, direction, backwards]).toEqual([field, direction, expected.slice(-8)]);
    }
    const foreign = (await list({ customerId }, 'operations1')).pageInfo.endCursor;
    const answer = await app.ask(ConnotesDocument, { after: foreign }, 'customer1');
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  test('of many customers are read in as many queries as those of one, with pages and counts of their own', async () => {
    const few = [acme, zenith];
    for (const customerId of few) {
      for (let at = 0; at < 3; at += 1) await connotes.book({ customerId }, 'operations1');
    }
    app.clear();
    const { data } = await app.ask(ConnotesOfCustomersDocument, { first: 2 }, 'operations1');
    const queries = app.databaseQueries.length;
    for (const id of few) {
      const customer = data?.customers.nodes.find((one) => one.id === id)?.connotes;
      const alone = await list({ customerId: id }, 'operations1');
      expect(customer?.nodes.map((one) => one.id)).toEqual(alone.nodes.slice(0, 2).map((one) => one.id));
      expect([customer?.totalCount, customer?.countsByStatus]).toEqual([
        alone.totalCount,
        alone.countsByStatus,
      ]);
      const next = await app.ask<{ customer: { connotes: { nodes: { id: string }[] } } }, object>(
        `{ customer(id: "${id}") { connotes(first: 2, after: "${customer?.pageInfo.endCursor}") { nodes { id } } } }`,
        {},
        'operations1',
      );
      expect(next.data?.customer.connotes.nodes).toEqual(
        alone.nodes.slice(2, 4).map((one) => ({ id: one.id })),
      );
    }
    // The session, the customers, their pages and their counts.
    expect(queries).toBe(4);
  });

  test('of 100 connotes with all that hangs on them cost the queries of one', async () => {
    const quoteId = await storeBookable(app, acme);
    const booked = (await connotes.tryBook({ quoteId })).data?.bookShipment.connote;
    const { id = '', number = '' } = booked ?? {};
    await connotes.move({ id, to: 'CONFIRMED' }, 'operations1');
    await connotes.move({ id, to: 'ALLOCATED', driverId: driver1 }, 'operations1');
    await app.database(
      `with added as (
         insert into connote (customer_id, number, status, driver_id, total_amount, service, pickup, delivery, items,
           weight_kg, chargeable_weight_kg, currency, tracking_token)
         select case when n % 2 = 0 then $1::uuid else $2::uuid end, 'CN-MANY-' || n, 'ALLOCATED',
           case when n % 3 = 0 then $3::uuid else $4::uuid end, 1, 'STANDARD', '{"suburb": "A", "state": "NSW"}',
           '{"suburb": "B", "state": "VIC"}', '[{"packaging": "CARTON", "quantity": 1, "weightKg": "1"}]', 1, 1, 'AUD',
           'many ' || n
         from generate_series(1, 100) n returning id)
       insert into connote_event (connote_id, kind, from_status, to_status, by_id, at)
       select id, 'STATUS', null, 'ALLOCATED', $3, now() from added, generate_series(1, 2)`,
      [acme, zenith, driver1, driver2.id],
    );
    const everything = `query ($search: String) { connotes(filter: { search: $search }, first: 101) { totalCount
      countsByStatus { count } nodes { number customer { company email } quote { reference connote { id } } items {
      packaging } driver { name } events { to by { name } } attempts { by { name } } allowedTransitions } } }`;
    const queries = async (search: string | null) => {
      app.clear();
      const { data, errors } = await app.ask<{ connotes: { nodes: unknown[] } }, object>(
        ...[everything, { search }, 'operations1' as const],
      );
      expect(errors).toEqual([]);
      return [data?.connotes.nodes.length, app.databaseQueries.length];
    };
    // The session, the connotes, their counts, customers, events, drivers, quotes and their connotes, and who acted.
    expect([await queries(number), await queries(null)]).toEqual([
      [1, 9],
      [101, 9],
    ]);
  });
});

test('staff choose among active drivers by name, and are told no address', async () => {
  const drivers = async (search: string | null) =>
    (await app.ask(DriversDocument, { search }, 'operations1')).data?.drivers.map(({ name }) => name);
  expect(await drivers('dana')).toEqual(['Dana Driver']);
  expect(await drivers('driver1')).toEqual(['driver1']);
  expect(await drivers('demo.example')).toEqual([]);
  expect(await drivers(null)).not.toContain('warehouse1');
  for (const as of ['customer1', 'driver1', 'warehouse1'] as const) {
    expect(codesOf(await app.ask(DriversDocument, {}, as))).toEqual(['FORBIDDEN']);
  }
});

test('weights and dimensions are kept without needless zeros', async () => {
  const size = { lengthCm: '0120.0', widthCm: '80.50', heightCm: '5' };
  const { id } = await connotes.book(
    { weightKg: null, items: [{ packaging: 'PALLET', quantity: 2, weightKg: '00012.500', ...size }] },
    'customer1',
  );
  const { data } = await app.ask<object, object>(
    `{ connote(id: "${id}") { weightKg items { weightKg lengthCm widthCm heightCm } } }`,
    ...([{}, 'customer1'] as const),
  );
  const items = [{ weightKg: '12.5', lengthCm: '120', widthCm: '80.5', heightCm: '5' }];
  expect(data).toEqual({ connote: { weightKg: '25', items } });
});

test('a customer finds an old address again, however much was sent since', async () => {
  const customerId = await crm.without();
  await app.database(
    `insert into connote (customer_id, number, status, service, pickup, delivery, items, weight_kg,
       chargeable_weight_kg, currency, tracking_token, created_at)
     select $1, 'CN-SENT-' || n, 'DRAFT', 'STANDARD', '{"suburb": "Sydney", "state": "NSW", "country": "AU"}',
       jsonb_build_object('suburb', case when n = 0 then 'Oodnadatta' else 'Perth' end, 'state', 'SA', 'country', 'AU'),
       '[]', 1, 1, 'AUD', 'sent ' || n, timestamptz '2026-01-01' + n * interval '1 hour'
     from generate_series(0, 1000) n`,
    [customerId],
  );
  const suburbs = async (search: string | null) =>
    (await app.ask(RecentAddressesDocument, { customerId, search }, 'operations1')).data?.recentAddresses.map(
      ({ suburb }) => suburb,
    );
  expect(await suburbs('oodna sa')).toEqual(['Oodnadatta']);
  expect((await suburbs(null))?.toSorted()).toEqual(['Perth', 'Sydney']);
});

test('addresses are offered once, most recent first, and never another customer’s', async () => {
  const customerId = await crm.without();
  const depot = { suburb: 'Orange', state: 'NSW', street: '5 Depot Rd' };
  await connotes.book(
    { customerId, pickup: depot, delivery: { suburb: 'Dubbo', state: 'NSW' } },
    'operations1',
  );
  const again = { ...depot, contactName: 'Lee' };
  await connotes.book(
    { customerId, pickup: { suburb: 'Broken Hill', state: 'NSW' }, delivery: again },
    'operations1',
  );
  await storeBookable(app, customerId, 'REJECTED');
  const recent = async (as: As, more: { search?: string; customerId?: string; first?: number } = {}) =>
    (await app.ask(RecentAddressesDocument, more, as)).data?.recentAddresses.map(({ suburb, contactName }) =>
      [suburb, contactName].filter(Boolean).join(': '),
    );
  const all = (await recent('operations1', { customerId })) ?? [];
  expect(all.slice(0, 2).toSorted()).toEqual(['Darwin', 'Perth']);
  expect(all.slice(2, 4).toSorted()).toEqual(['Broken Hill', 'Orange: Lee']);
  expect(all.slice(4)).toEqual(['Dubbo']);
  expect(await recent('operations1', { search: 'depot or', first: 5 })).toEqual(['Orange: Lee']);
  expect(await recent('customer1', { customerId })).toEqual([]);
  expect(await recent('customer1', { customerId: NOBODYS })).toEqual([]);
  expect(await recent('customerall')).toEqual([]);
  expect(await recent('customer1', { search: 'orange' })).toEqual([]);
  expect((await recent('customer1', { search: 'collins' }))?.[0]).toBe('Melbourne');
  for (const as of ['driver1', 'warehouse1'] as const) {
    expect(codesOf(await app.ask(RecentAddressesDocument, {}, as))).toEqual(['FORBIDDEN']);
  }
});

type Listed = Awaited<ReturnType<typeof list>>['nodes'][number];

type Key = string | number | null;

const LIFE = ['DRAFT', 'PENDING', 'CONFIRMED', 'ALLOCATED', 'IN_TRANSIT', 'DELIVERED', 'CANCELLED'];
const KEYS: Record<ConnoteOrder['field'], (node: Listed) => Key> = {
  NUMBER: ({ number }) => Number(number.slice(3)),
  STATUS: ({ status }) => LIFE.indexOf(status),
  PICKUP_ON: ({ pickupOn }) => pickupOn ?? null,
  CREATED_AT: ({ createdAt }) => String(createdAt),
  UPDATED_AT: ({ updatedAt }) => String(updatedAt),
};

/** Each order of a list with the ids that it should have, nulls last and ties by id. */
function expectedOrders(all: readonly Listed[]) {
  const orders = Object.entries(KEYS) as [ConnoteOrder['field'], (node: Listed) => Key][];
  return orders.flatMap(([field, keyOf]) =>
    (['ASC', 'DESC'] as const).map((direction) => {
      const sorted = all.toSorted(
        (one, other) => compare(keyOf(one), keyOf(other), direction) || compare(one.id, other.id, direction),
      );
      return { field, direction, expected: sorted.map(({ id }) => id) };
    }),
  );
}

function compare(one: Key, other: Key, direction: 'ASC' | 'DESC'): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other === (direction === 'ASC') ? -1 : 1;
}

/** Puts connotes into the database that tie in each order, and whose numbers have different lengths. */
async function storeOddlyOrdered(customerId: string): Promise<void> {
  const statuses = ['DRAFT', 'CANCELLED', 'PENDING'];
  const days = [null, '2999-01-02', '2999-01-01', null];
  const rows = Array.from({ length: 11 }, (_, at) => ({
    number: at < 2 ? `CN-100000${at}` : `CN-${999_900 + at}`,
    ...{ status: statuses[at % 3], pickup_on: days[at % 4] },
    created_at: `2026-01-0${1 + (at % 3)}T00:00:00Z`,
    updated_at: `2026-02-0${1 + (at % 2)}T00:00:00Z`,
  }));
  await app.database(
    `insert into connote (customer_id, number, status, pickup_on, created_at, updated_at, service, pickup, delivery,
       items, weight_kg, chargeable_weight_kg, currency, tracking_token)
     select $1, r.number, r.status, r.pickup_on, r.created_at, r.updated_at, 'STANDARD',
       '{"suburb": "A", "state": "NSW"}', '{"suburb": "B", "state": "VIC"}', '[]', 1, 1, 'AUD', 'token of ' || r.number
     from jsonb_to_recordset($2::jsonb) as r (number text, status text, pickup_on date, created_at timestamptz,
       updated_at timestamptz)`,
    [customerId, JSON.stringify(rows)],
  );
}
