import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AddConnoteNoteDocument,
  AdjustRewardsDocument,
  ApproveQuoteDocument,
  BookShipmentDocument,
  HistoryDocument,
  type HistoryFilter,
  InventoryDocument,
  PriceQuoteDocument,
  RecordAttemptDocument,
} from '../../../schema/operations.generated.js';
import { openLocalDatabase } from '../../../src/composition/local-database.js';
import { parseConfig } from '../../../src/config.js';
import { migrate } from '../../../src/db/migrate.js';
import { boundsOfDay } from '../../../src/shared/day-in.js';
import { type As, startFreight } from '../../support/connotes.js';
import { Deliveries } from '../../support/deliveries.js';
import { ErpProxy } from '../../support/erp-proxy.js';
import { aBusyDay, trueHistory, type Whose } from '../../support/history-oracle.js';
import { insertApiKey } from '../../support/insert-api-key.js';
import { codesOf, link, reasonsOf, requested, TIME_ZONE } from '../../support/quotes.js';
import type { TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const ACME = ['Acme Beverages', 'Brünnhilde Kosmetik GmbH'];
const NORTHWIND = ['Northwind Foods Pty Ltd'];
const ERP_KINDS = ['INVOICE', 'PAYMENT'];
/** Few fields, for walks of many pages. */
const LIGHT = `query ($filter: HistoryFilter, $first: Int, $after: String) {
  history(filter: $filter, first: $first, after: $after) {
    nodes { id kind at on customer { id } erpCustomer { name } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    asOf stale missing
  }
}`;
interface Light {
  history: {
    nodes: {
      id: string;
      kind: string;
      at: string;
      on: string | null;
      customer: { id: string } | null;
      erpCustomer: { name: string } | null;
    }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
    asOf: string | null;
    stale: boolean;
    missing: string[];
  };
}

let proxy: ErpProxy;
let app: TestApp;
let acme: string;
let zenith: string;
/** A customer without a login. */
let alone: string;
let reference: string;
let busyDay: string;

beforeAll(async () => {
  proxy = await ErpProxy.start();
  const freight = await startFreight({
    ...proxy.settings,
    ERP_INVOICES_SQL: resolve('sql/erp/invoices.postgres.sql'),
    ERP_PAYMENTS_SQL: resolve('sql/erp/payments.postgres.sql'),
    ...{ REWARDS_POINTS_PER_UNIT: '1', PHOTOS_ENABLED: 'true' },
  });
  ({ app, acme, zenith } = freight);
  alone = await freight.crm.without({ company: 'Alone' });
  await happen(freight);
  await spread();
});
afterAll(async () => {
  await app.stop();
  await proxy.close();
});

/** Quotes, bookings, deliveries, photos and points of two customers. */
async function happen({ connotes, driver1 }: Awaited<ReturnType<typeof startFreight>>): Promise<void> {
  const must = async (answer: Promise<{ errors: unknown[] }>) => expect((await answer).errors).toEqual([]);
  const deliveries = new Deliveries(app, { customerId: acme, driverId: driver1 });
  const quoteId = await requested(app, 'customer1', { customerReference: 'Gala 50%_off' });
  await must(app.ask(PriceQuoteDocument, { input: { id: quoteId, totalAmount: '80.00' } }, 'operations1'));
  await must(app.ask(ApproveQuoteDocument, { id: quoteId }, 'customer1'));
  await must(app.ask(BookShipmentDocument, { input: { quoteId } }, 'customer1'));
  const [quote] = await app.database('select reference from quote where id = $1', [quoteId]);
  reference = String(quote?.['reference']);
  for (let count = 0; count < 8; count += 1) await requested(app, 'customer1');
  for (let count = 0; count < 3; count += 1)
    await requested(app, 'customer2', { customerReference: 'Gala 2' });
  await connotes.book({ customerId: zenith }, 'operations1');
  for (let count = 0; count < 3; count += 1) await connotes.reach('DELIVERED');
  const { id } = await connotes.reach('IN_TRANSIT');
  await must(
    app.ask(RecordAttemptDocument, { input: { id, reason: 'CLOSED', note: 'Gate shut' } }, 'driver1'),
  );
  await must(app.ask(AddConnoteNoteDocument, { id, note: 'Gala gate' }, 'operations1'));
  await deliveries.photo(id, '?kind=BEFORE&note=Gala%20photo', 'operations1');
  await deliveries.photo(id, '?kind=DAMAGE');
  const proven = await deliveries.photo(id, '?kind=DELIVERY');
  await must(deliveries.deliver(id, { receivedBy: 'Kim', photoIds: [proven] }));
  for (const customerId of [acme, zenith]) {
    const input = { customerId, points: 25, note: 'Gala gift' };
    await must(app.ask(AdjustRewardsDocument, { input }, 'admin1'));
  }
}

/** Has half of it happen among what the ERP has: some at one time, and some when a day of the ERP begins. */
async function spread(): Promise<void> {
  busyDay = aBusyDay('Acme Beverages');
  const midnight = boundsOfDay(TIME_ZONE, busyDay).from;
  const at = `case when ordinal % 8 = 0 then $1::timestamptz
    else timestamptz '2026-11-01 09:30:00+11' - (ordinal / 6) * interval '31 hours' end`;
  for (const table of ['quote_event', 'connote_event'])
    await app.database(`update ${table} set at = ${at} where ordinal % 2 = 0`, [midnight]);
  await app.database("update connote_photo set taken_at = $1 where kind = 'BEFORE'", [midnight]);
}

async function page(variables: object, as: As | null = 'customer1', on = app) {
  const { data, errors } = await on.ask<Light, object>(LIGHT, variables, as);
  if (!data) throw new Error(`not read: ${JSON.stringify(errors)}`);
  return data.history;
}

/** Everything that somebody sees, page by page. */
async function walk(filter: HistoryFilter, first: number, as: As) {
  const nodes: Light['history']['nodes'] = [];
  let after: string | null = null;
  for (;;) {
    const { nodes: some, pageInfo, ...more }: Light['history'] = await page({ filter, first, after }, as);
    nodes.push(...some);
    expect(more).toMatchObject({ stale: false, missing: [] });
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    if (pageInfo.hasNextPage) expect(some).toHaveLength(first);
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}

const totalOf = async (filter: HistoryFilter, as: As) => {
  const { data } = await app.ask(HistoryDocument, { filter, first: 0 }, as);
  return data?.history.totalCount;
};

/** What somebody sees, in pages of some sizes, is what truly happened. */
async function expectTruth(as: As, whose: Whose, filter: HistoryFilter, sizes: readonly number[]) {
  const truth = await trueHistory(app, whose, filter);
  for (const size of sizes) {
    const seen = await walk(filter, size, as);
    expect(seen.map(({ id }) => id)).toEqual(truth.map(({ id }) => id));
    expect(seen.map(({ kind, at, on }) => [kind, at, on])).toEqual(
      truth.map(({ kind, at, on }) => [kind, new Date(at).toISOString(), on]),
    );
    expect(seen.map(({ customer, erpCustomer }) => customer?.id ?? erpCustomer?.name)).toEqual(
      truth.map(({ customerId, erpCustomer }) => customerId ?? erpCustomer),
    );
  }
  expect(await totalOf(filter, as)).toBe(truth.length);
  return truth;
}

describe('a walk over all pages has exactly what happened, in order', () => {
  const filters = (): HistoryFilter[] => [
    { from: '2026-10-01' },
    { from: busyDay, to: busyDay },
    { from: '2026-09-15', to: '2026-10-31', kinds: ['BOOKING', 'PAYMENT'] },
    { kinds: ['DELIVERY', 'PHOTO', 'REWARD'] },
    { kinds: ['QUOTE', 'INVOICE'], search: 'storage 2026' },
    { search: `${reference.toLowerCase()} 50%_OFF` },
    { search: 'gala' },
    { search: 'INV-0001' },
    { from: '0001-01-01', to: '9999-12-31', kinds: ['BOOKING', 'INVOICE'], search: '2026-09' },
    { kinds: [] },
    { from: '2026-10-02', to: '2026-10-01' },
  ];

  test('for a customer, of their own customer and their ERP customers', async () => {
    const whose = { customerId: acme, erpCustomers: ACME };
    const all = await expectTruth('customer1', whose, {}, [50, 500]);
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(7);
    for (const filter of filters()) await expectTruth('customer1', whose, filter, [3, 40]);
    await expectTruth('customer1', whose, { customerId: acme, kinds: ['QUOTE', 'PAYMENT'] }, [100]);
    await expectTruth('customer2', { customerId: zenith, erpCustomers: NORTHWIND }, {}, [97]);
  });

  test('for staff, of everybody, or of a customer whom they name', async () => {
    const everybody = { customerId: null, erpCustomers: null };
    await expectTruth('operations1', everybody, {}, [500]);
    for (const filter of filters()) await expectTruth('admin1', everybody, filter, [60]);
    const one = { customerId: acme, erpCustomers: ACME };
    for (const filter of filters().slice(0, 4))
      await expectTruth('operations1', one, { ...filter, customerId: acme }, [25]);
    await expectTruth(
      'admin1',
      { customerId: zenith, erpCustomers: NORTHWIND },
      { customerId: zenith.toUpperCase() },
      [200],
    );
    // Nobody's login says what this customer has in the ERP.
    await expectTruth('admin1', { customerId: alone, erpCustomers: [] }, { customerId: alone }, [10]);
  });

  test('for a login of all ERP customers, with and without a customer of its own', async () => {
    const filter: HistoryFilter = { from: '2026-10-20' };
    await expectTruth('customerall', { customerId: 'nobody', erpCustomers: null }, filter, [30]);
    await link(app, 'customerall', alone);
    await expectTruth('customerall', { customerId: alone, erpCustomers: null }, filter, [100]);
    await expectTruth(
      'operations1',
      { customerId: alone, erpCustomers: null },
      { ...filter, customerId: alone },
      [100],
    );
    await app.database("update portal_user set active = false where username = 'customerall'");
    const named = await totalOf({ ...filter, customerId: alone }, 'operations1');
    await app.database(
      "update portal_user set active = true, customer_id = null where username = 'customerall'",
    );
    expect(named).toBe(0);
  });
});

describe('who may not', () => {
  const refusedTo = async (as: As | null, filter: HistoryFilter = {}) => {
    const answer = await app.ask(LIGHT, { filter }, as);
    expect(answer.data ?? null).toBeNull();
    return [...codesOf(answer), ...reasonsOf(answer).map(({ reason }) => reason)];
  };

  test('read a history, or that of a customer that is not theirs', async () => {
    const { secret } = await insertApiKey(app, { erpCustomers: 'all' });
    expect(await refusedTo(null)).toEqual(['UNAUTHENTICATED']);
    for (const as of ['driver1', 'warehouse1', { token: secret }] as const)
      expect(await refusedTo(as)).toEqual(['FORBIDDEN']);
    for (const as of ['customer1', 'customerall', 'operations1', 'admin1'] as const)
      expect(await refusedTo(as, { customerId: NOBODY })).toEqual(['NOT_FOUND', 'UNKNOWN']);
    expect(await refusedTo('customer1', { customerId: zenith })).toEqual(['NOT_FOUND', 'UNKNOWN']);
    expect(await refusedTo('customerall', { customerId: acme })).toEqual(['NOT_FOUND', 'UNKNOWN']);
    expect(await refusedTo('admin1', { customerId: 'acme' })).toEqual(['BAD_USER_INPUT', 'INVALID_FORMAT']);
    expect(await refusedTo('admin1', { search: 'x '.repeat(11) })).toEqual(['BAD_USER_INPUT', 'TOO_MANY']);
  });

  test('walk on with a cursor of somebody else, of another list or of their own making', async () => {
    const filter = { customerId: acme };
    const cursors = [
      [(await page({ first: 9 }, 'customer1')).pageInfo.endCursor, 'customer1'],
      [(await page({ first: 9 }, 'operations1')).pageInfo.endCursor, 'operations1'],
      [(await page({ first: 9, filter }, 'operations1')).pageInfo.endCursor, 'operations1', filter],
    ] as const;
    for (const [after, owner, given] of cursors) {
      await page({ first: 9, after, filter: given }, owner);
      const others = cursors.filter(([, as, of]) => as !== owner || of !== given);
      const strangers = [...others.map(([, as, of]) => [as, of] as const), ['customer2', undefined] as const];
      for (const [as, of] of strangers) {
        const answer = await app.ask(LIGHT, { first: 9, after, filter: of }, as);
        expect(reasonsOf(answer)).toEqual([{ reason: 'MISMATCH' }]);
      }
    }
    // A place in time is one under another filter, too.
    const truth = await trueHistory(app, { customerId: acme, erpCustomers: ACME });
    const invoices = truth.slice(9).filter(({ kind }) => kind === 'INVOICE');
    const [after] = cursors[0];
    const seen = await page({ first: 9, after, filter: { kinds: ['INVOICE'] } });
    expect(seen.nodes.map(({ id }) => id)).toEqual(invoices.slice(0, 9).map(({ id }) => id));
    const stock = await app.ask(InventoryDocument, { first: 1 }, 'customer1');
    const bytes = Buffer.from(cursors[0][0] ?? '', 'base64url');
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    for (const after of [stock.data?.inventory.pageInfo.endCursor, bytes.toString('base64url'), '', 'x']) {
      expect(codesOf(await app.ask(LIGHT, { after }, 'customer1'))).toEqual(['BAD_USER_INPUT']);
    }
  });
});

test('a portal whose histories are switched off refuses them, and asks nothing for them', async () => {
  const without = await app.sibling({ HISTORY_ENABLED: 'false' });
  await without.ask(InventoryDocument, { first: 1 }, 'customer1');
  without.clear();
  const answer = await without.ask(HistoryDocument, {}, 'customer1');
  expect(answer).toMatchObject({
    data: null,
    errors: [
      {
        message: 'Histories are switched off in this portal.',
        extensions: { code: 'FORBIDDEN' },
      },
    ],
  });
  expect(without.erpQueries).toEqual([]);
});

test('an entry says what happened, and no more queries are sent for many entries than for some', async () => {
  const ask = async (first: number) => {
    app.clear();
    const { data, errors } = await app.ask(HistoryDocument, { first }, 'operations1');
    expect(errors).toEqual([]);
    const nodes = data?.history.nodes ?? [];
    return { nodes, queries: [app.databaseQueries.length, app.erpQueries.length] };
  };
  await ask(1);
  const some = await ask(250);
  const many = await ask(500);
  expect(new Set(some.nodes.map(({ kind }) => kind)).size).toBe(7);
  expect(many.nodes).toHaveLength(500);
  expect(many.queries).toEqual(some.queries);
  // Session, page, count, customers, quotes, connotes and logins; two pages and two counts of the ERP.
  expect(some.queries).toEqual([7, 4]);
  const find = (kind: string, test: (node: (typeof some.nodes)[number]) => unknown) =>
    some.nodes.concat(many.nodes).find((node) => node.kind === kind && test(node));
  const about = (kind: string) => find(kind, () => true);
  expect(find('DELIVERY', ({ connoteEvent }) => connoteEvent?.kind === 'ATTEMPT')).toMatchObject({
    connote: { number: expect.stringMatching(/^CN-/) },
    connoteEvent: { reason: 'CLOSED', note: 'Gate shut', by: { role: 'DRIVER' } },
    ...{ quote: null, quoteEvent: null, photo: null, invoice: null, payment: null, reward: null, on: null },
  });
  expect(about('QUOTE')).toMatchObject({ quote: { id: expect.any(String) }, quoteEvent: { note: null } });
  expect(about('PHOTO')).toMatchObject({ photo: { kind: 'DELIVERY', width: 64 }, connoteEvent: null });
  expect(about('REWARD')).toMatchObject({ reward: { kind: 'ADJUSTED', points: 25, note: 'Gala gift' } });
  expect(about('INVOICE')).toMatchObject({ customer: null, invoice: { currency: expect.any(String) } });
  expect(about('PAYMENT')).toMatchObject({ customer: null, payment: { amount: expect.any(String) } });
});

test('an ERP that stops answering in the middle of a walk is missing to its end, and nothing else is', async () => {
  const first = 12;
  const filter = { from: '2026-10-01' };
  const truth = await trueHistory(app, { customerId: acme, erpCustomers: ACME }, filter);
  const begun = await page({ first, filter });
  expect(begun.asOf).not.toBeNull();
  const counted = await app.ask(HistoryDocument, { first, filter }, 'customer1');
  await proxy.goDown();

  // The last good answers are those of the same page.
  const again = await app.ask(HistoryDocument, { first, filter }, 'customer1');
  expect(again.data?.history).toMatchObject({
    ...{ stale: true, missing: [], asOf: expect.any(String), totalCount: counted.data?.history.totalCount },
    nodes: begun.nodes.map(({ id }) => ({ id })),
  });
  const local = truth.slice(first).filter(({ on }) => on === null);
  expect(local.length).toBeGreaterThan(5);
  const after = begun.pageInfo.endCursor;
  const without = await app.ask(HistoryDocument, { first: 4, filter, after }, 'customer1');
  expect(without.data?.history).toMatchObject({
    ...{ stale: false, missing: ERP_KINDS, asOf: null },
    totalCount: truth.filter(({ on }) => on === null).length,
    nodes: local.slice(0, 4).map(({ id }) => ({ id })),
  });
  expect(await page({ filter: { kinds: ['PAYMENT'], search: 'RC-0' } })).toMatchObject({
    ...{ nodes: [], missing: ['PAYMENT'], pageInfo: { hasNextPage: false, endCursor: null } },
  });

  await proxy.comeUp();
  await until(
    async () => (await app.ask(InventoryDocument, { first: 1 }, 'customer1')).data?.inventory.stale === false,
  );
  const rest = await page({ first: 500, filter, after: without.data?.history.pageInfo.endCursor });
  expect(rest).toMatchObject({ missing: ERP_KINDS, asOf: null });
  expect(rest.nodes.map(({ id }) => id)).toEqual(local.slice(4).map(({ id }) => id));
  const anew = await walk(filter, 50, 'customer1');
  expect(anew.map(({ id }) => id)).toEqual(truth.map(({ id }) => id));
});

test('a portal without invoices and points has neither in a history', async () => {
  const off = { ERP_INVOICES_SQL: '', ERP_PAYMENTS_SQL: '', REWARDS_POINTS_PER_UNIT: '0' };
  const sibling = await app.sibling(off);
  const seen = await page({ first: 500 }, 'customer1', sibling);
  const truth = await trueHistory(app, { customerId: acme, erpCustomers: [] });
  expect(seen).toMatchObject({ asOf: null, missing: [] });
  expect(seen.nodes.map(({ id }) => id)).toEqual(
    truth.filter(({ kind }) => kind !== 'REWARD').map(({ id }) => id),
  );
  const asked = await page({ filter: { kinds: ['INVOICE', 'PAYMENT', 'REWARD'] } }, 'admin1', sibling);
  expect(asked).toMatchObject({ nodes: [], missing: [] });
});

describe('whose a step is', () => {
  const steps = [
    { table: 'quote_event', of: 'quote' },
    { table: 'connote_event', of: 'connote' },
    { table: 'connote_photo', of: 'connote' },
  ];
  const strangers = async () => {
    const found: unknown[] = [];
    for (const { table, of } of steps) {
      const rows = await app.database(
        `select e.id, e.customer_id is distinct from o.customer_id as strange from ${table} e join ${of} o on o.id = e.${of}_id`,
      );
      expect(rows.length).toBeGreaterThan(1);
      found.push(...rows.filter(({ strange }) => strange));
    }
    return found;
  };

  test('is found for what happened before it was kept, and what is proven stays unchangeable', async () => {
    expect(await strangers()).toEqual([]);
    const { dataSource, close } = await openLocalDatabase(parseConfig({ DATABASE_URL: app.databaseUrl }));
    await dataSource.undoLastMigration();
    expect(await migrate(dataSource)).toEqual(['WhoseHistory0000000000019']);
    await close();
    expect(await strangers()).toEqual([]);
    const proven = 'where proof_of is not null';
    expect(await app.database(`select 1 from connote_photo ${proven}`)).not.toEqual([]);
    await expect(app.database(`update connote_photo set note = 'other' ${proven}`)).rejects.toThrow(
      /written once/,
    );
    const kept = await app.database(
      "select tgenabled as state from pg_trigger where tgname = 'connote_photo_is_written_once'",
    );
    expect(kept).toEqual([{ state: 'A' }]);
  });

  test('leads to the page of a customer, however much happened to others since', async () => {
    await app.database(
      `insert into connote_event (connote_id, kind, to_status, note, at, recorded_at)
       select id, 'NOTE', status, 'busy', now(), now() from (select id, status from connote where customer_id = $1 limit 1) c,
         generate_series(1, 20000)`,
      [zenith],
    );
    await app.database('analyze');
    app.clear();
    await page({ first: 5, filter: { kinds: ['BOOKING', 'QUOTE', 'PHOTO'] } });
    const [sql = ''] = app.databaseQueries.filter((query) => query.includes('union all'));
    const plan = JSON.stringify(
      await app.database(`explain (format json) ${sql.replaceAll(/\$\d+/g, `'${acme}'`)}`),
    );
    expect(plan).toContain('connote_event_of_customer_by_time');
    expect(plan).not.toContain('"connote_event_by_time"');
    await app.database("delete from connote_event where note = 'busy'");
  });
});
