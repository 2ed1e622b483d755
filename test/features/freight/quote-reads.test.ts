import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DeleteRateDocument,
  type QuoteFilter,
  type QuoteOrder,
  QuotesDocument,
  type RateInput,
  RatesDocument,
  SaveRateDocument,
} from '../../../schema/operations.generated.js';
import { openLocalDatabase } from '../../../src/composition/local-database.js';
import { limitedRead } from '../../../src/db/limited-read.js';
import { trailWhere } from '../../support/audit-trail.js';
import { Crm } from '../../support/crm.js';
import { asAdministrator } from '../../support/postgres-server.mjs';
import { codesOf, link, pathsOf, quoteOf, reasonsOf, requested, TIME_ZONE } from '../../support/quotes.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

/** A row of the table of quotes, with what the list shows of it. */
interface Row {
  id: string;
  reference: string;
  customer_id: string;
  customer_reference: string | null;
  service: string;
  shown: string;
  total_amount: string | null;
  valid_until: string | null;
  created_at: Date;
  updated_at: Date;
  text: string;
  created_on: string;
}

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const LIFE = ['PENDING', 'QUOTED', 'APPROVED', 'REJECTED', 'EXPIRED'];
let app: TestApp;
let crm: Crm;
let acme: string;
let zenith: string;
let rows: Row[];

beforeAll(async () => {
  app = await startTestApp({ FREIGHT_TIME_ZONE: TIME_ZONE });
  crm = new Crm(app);
  acme = await crm.without({ company: 'Acme Beverages' });
  zenith = await crm.without({ company: 'Zenith Pharma', firstName: 'Žofie' });
  await link(app, 'customer1', acme);
  await link(app, 'customer2', zenith);
  // Each status, services, and times around midnights in Sydney; several in one moment.
  await app.database(
    `insert into quote (reference, customer_id, customer_reference, status, service, total_amount, valid_until,
       origin, destination, items, weight_kg, chargeable_weight_kg, currency, created_at, updated_at)
     select 'QT-' || case when n < 112 then '0' else '' end || n * 900, case when n % 3 > 0 then $1 else $2 end::uuid,
       case when n % 4 = 0 then 'PO 100%_' || n end, status, (array['ECONOMY', 'STANDARD', 'EXPRESS'])[1 + n % 3],
       case when status not in ('PENDING', 'REJECTED') then n * 7 % 50 + 1 end,
       case when status <> 'PENDING' then case when n % 4 < 2 then date '2020-05-01' else date '2999-05-01' end + n % 7 end,
       jsonb_build_object('suburb', 'Sydney', 'state', 'NSW', 'country', 'AU', 'company', 'Depot ' || n % 5),
       jsonb_build_object('suburb', (array['Łódź', 'Perth'])[1 + n % 2], 'state', 'WA', 'country', 'AU'),
       '[]', n, n, 'AUD',
       timestamptz '2026-03-01T13:00Z' + (n % 9 - 4) * interval '12 hours' - interval '1 millisecond' * (n % 2),
       timestamptz '2026-04-01' + (n % 5) * interval '1 hour'
     from generate_series(1, 150) n
       cross join lateral (select (array['PENDING', 'QUOTED', 'APPROVED', 'REJECTED', 'EXPIRED', 'QUOTED'])[1 + n % 6]) s (status)`,
    [acme, zenith],
  );
  rows = (await app.database(
    `select q.id, q.reference, q.customer_id, q.customer_reference, q.service, q.total_amount, q.created_at, q.updated_at,
       to_char(q.valid_until, 'YYYY-MM-DD') as valid_until,
       case when q.status = 'QUOTED' and q.valid_until < '2026-01-01' then 'EXPIRED' else q.status end as shown,
       concat_ws(' ', q.reference, q.customer_reference, q.origin ->> 'suburb', q.origin ->> 'state',
         q.origin ->> 'company', q.destination ->> 'suburb', q.destination ->> 'state',
         c.first_name, c.last_name, c.company) as text,
       to_char(q.created_at at time zone $1, 'YYYY-MM-DD') as created_on
     from quote q join customer c on c.id = q.customer_id`,
    [TIME_ZONE],
  )) as unknown as Row[];
});
afterAll(() => app.stop());

const within = (day: string | null, range: { from?: string | null; to?: string | null } | null | undefined) =>
  !range ||
  ((!range.from || (day !== null && day >= range.from)) && (!range.to || (day !== null && day <= range.to)));

function matches(row: Row, filter: QuoteFilter): boolean {
  return (
    (!filter.status || (filter.status as string[]).includes(row.shown)) &&
    (!filter.service || (filter.service as string[]).includes(row.service)) &&
    (!filter.customerId || filter.customerId === row.customer_id) &&
    (filter.search ?? '')
      .toLowerCase()
      .split(' ')
      .every((word) => row.text.toLowerCase().includes(word)) &&
    within(row.created_on, filter.createdOn) &&
    within(row.valid_until, filter.validUntil)
  );
}

/** What a row is sorted by, in a form that numbers and texts can be compared in. */
const SORT: Record<QuoteOrder['field'], (row: Row) => number | string | null> = {
  REFERENCE: ({ reference }) => `${String(reference.length).padStart(3, '0')} ${reference}`,
  STATUS: ({ shown }) => LIFE.indexOf(shown),
  TOTAL_AMOUNT: ({ total_amount }) => (total_amount === null ? null : Number(total_amount)),
  VALID_UNTIL: ({ valid_until }) => valid_until,
  CREATED_AT: ({ created_at }) => created_at.getTime(),
  UPDATED_AT: ({ updated_at }) => updated_at.getTime(),
};

/** Nulls come last in both directions; rows that tie come by their id, in the direction of the order. */
function inOrder(some: readonly Row[], { field, direction }: QuoteOrder): string[] {
  const sign = direction === 'DESC' ? -1 : 1;
  const compare = (one: number | string, other: number | string) => (one < other ? -1 : Number(one > other));
  return [...some]
    .sort((one, other) => {
      const [a, b] = [SORT[field](one), SORT[field](other)];
      if (a === null || b === null) {
        if (a !== b) return a === null ? 1 : -1;
        return sign * compare(one.id, other.id);
      }
      return sign * (compare(a, b) || compare(one.id, other.id));
    })
    .map(({ id }) => id);
}

const countsOf = (some: readonly Row[]) =>
  LIFE.map((status) => ({ status, count: some.filter(({ shown }) => shown === status).length })).filter(
    ({ count }) => count > 0,
  );

interface Walk {
  as: DemoUser;
  orderBy: QuoteOrder;
  filter: QuoteFilter;
  size: number;
  backwards: boolean;
}

async function walk({ as, orderBy, filter, size, backwards }: Walk) {
  const pages: string[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page = backwards ? { last: size, before: cursor } : { first: size, after: cursor };
    const { data, errors } = await app.ask(QuotesDocument, { orderBy, filter, ...page }, as);
    if (!data) throw new Error(JSON.stringify(errors));
    const { nodes, pageInfo, totalCount, countsByStatus } = data.quotes;
    pages[backwards ? 'unshift' : 'push'](nodes.map(({ id }) => id));
    const more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    if (!more) return { ids: pages.flat(), totalCount, countsByStatus };
    cursor = (backwards ? pageInfo.startCursor : pageInfo.endCursor) as string;
  }
}

const day = fc.constantFrom(
  '2026-02-27',
  '2026-03-01',
  '2026-03-02',
  '2026-03-04',
  '9999-12-31',
  '0001-01-01',
);
const validDay = fc.constantFrom('2020-05-01', '2020-05-04', '2999-05-03', '9999-12-31', '0001-01-01');
const range = (one: fc.Arbitrary<string>) => fc.record({ from: one, to: one }, { requiredKeys: [] });

test('every page is the unpaged truth: in any order, under any filter, from either end, in the scope of who asks', async () => {
  const filters = fc.record(
    {
      status: fc.subarray(LIFE),
      service: fc.subarray(['ECONOMY', 'STANDARD', 'EXPRESS']),
      search: fc.constantFrom(
        'acme',
        'qt-0',
        '100%',
        '_1',
        'łódź nsw',
        'žofie depot',
        'DEPOT perth',
        '\\',
        '%',
      ),
      customerId: fc.constantFrom(acme, zenith, NOBODYS),
      createdOn: range(day),
      validUntil: range(validDay),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<QuoteFilter>;
  const orders = fc.record({
    field: fc.constantFrom(...(Object.keys(SORT) as QuoteOrder['field'][])),
    direction: fc.constantFrom('ASC' as const, 'DESC' as const),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        as: fc.constantFrom<DemoUser>('admin1', 'operations1', 'customer1', 'customer2'),
        orderBy: orders,
        filter: filters,
        size: fc.integer({ min: 9, max: 60 }),
        backwards: fc.boolean(),
      }),
      async (asked) => {
        const own = { customer1: acme, customer2: zenith }[asked.as as string];
        const inScope = rows.filter((row) => own === undefined || row.customer_id === own);
        const found = inScope.filter((row) => matches(row, asked.filter));
        const { status: _status, ...others } = asked.filter;
        expect(await walk(asked)).toEqual({
          ids: inOrder(found, asked.orderBy),
          totalCount: found.length,
          countsByStatus: countsOf(inScope.filter((row) => matches(row, others))),
        });
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
});

test('the newest come first where no order is asked for', async () => {
  const { data } = await app.ask(QuotesDocument, { first: 500 }, 'customer1');
  const own = rows.filter((row) => row.customer_id === acme);
  expect(data?.quotes.nodes.map(({ id }) => id)).toEqual(
    inOrder(own, { field: 'CREATED_AT', direction: 'DESC' }),
  );
});

describe('the quotes of another customer', () => {
  test('are found by no id, filter, search, count, path or cursor', async () => {
    const theirs = rows.filter((row) => row.customer_id === zenith);
    const ask = (query: string, as: DemoUser) => app.ask<Record<string, unknown>, object>(query, {}, as);
    const byId = await ask(`{ quote(id: "${theirs[0]?.id}") { reference } }`, 'customer1');
    expect([byId.data, byId.errors]).toEqual([{ quote: null }, []]);
    for (const filter of [
      `customerId: "${zenith}"`,
      'search: "zenith"',
      `search: "${theirs[0]?.reference}"`,
    ]) {
      const { data } = await ask(
        `{ quotes(filter: { ${filter} }) { nodes { id } totalCount countsByStatus { count } } }`,
        'customer1',
      );
      expect(data).toEqual({ quotes: { nodes: [], totalCount: 0, countsByStatus: [] } });
    }
    const nested = await ask(
      `{ quotes(first: 3) { nodes { customer { id quotes(first: 500, filter: { customerId: "${zenith}" }) { nodes { id } totalCount } } } } }`,
      'customer1',
    );
    expect(nested.errors).toEqual([]);
    expect(nested.text).not.toContain(zenith);
    expect(nested.text).toContain('"quotes":{"nodes":[],"totalCount":0}');
    const { data } = await app.ask(QuotesDocument, { first: 1 }, 'customer2');
    const foreign = await app.ask(QuotesDocument, { after: data?.quotes.pageInfo.endCursor }, 'customer1');
    expect([codesOf(foreign), pathsOf(foreign)]).toEqual([['BAD_USER_INPUT'], ['after']]);
  });

  test('are not in the list of a driver or warehouse who is linked to them', async () => {
    const third = await crm.without();
    await app.database('update quote set customer_id = $1 where id = $2', [third, rows[0]?.id]);
    for (const user of ['driver1', 'warehouse1'] as const) {
      await link(app, user, third);
      const { data } = await app.ask<object, object>(
        '{ viewer { user { customer { id quotes { nodes { id } totalCount countsByStatus { status } } } } } }',
        {},
        user,
      );
      expect(data).toMatchObject({
        viewer: {
          user: { customer: { id: third, quotes: { nodes: [], totalCount: 0, countsByStatus: [] } } },
        },
      });
      await app.database('update portal_user set customer_id = null where username = $1', [user]);
    }
    await app.database('update quote set customer_id = $1 where id = $2', [
      rows[0]?.customer_id,
      rows[0]?.id,
    ]);
  });

  test('nor are their own shown to whoever must choose a new password first', async () => {
    await app.database("update portal_user set must_change_password = true where username = 'customer2'");
    const answer = await app.ask(
      '{ viewer { user { customer { quotes { totalCount } } } } }',
      {},
      'customer2',
    );
    expect(codesOf(answer)).toEqual(['PASSWORD_CHANGE_REQUIRED']);
    expect(answer.text).not.toContain('"totalCount":');
    await app.database("update portal_user set must_change_password = false where username = 'customer2'");
  });
});

test('the quotes of many customers are one query each for pages and counts, page by page the same as of each alone', async () => {
  await app.database(
    `with made as (insert into customer (first_name, last_name, source)
       select 'Many', 'Nr ' || n, 'API' from generate_series(1, 60) n returning id)
     insert into quote (reference, customer_id, status, service, origin, destination, items, weight_kg,
       chargeable_weight_kg, currency, created_at)
     select 'QT-MANY-' || m.id || n, m.id, (array['PENDING', 'REJECTED'])[1 + n % 2], 'STANDARD', '{"suburb": "A", "state": "B"}',
       '{"suburb": "A", "state": "B"}', '[]', 1, 1, 'AUD', timestamptz '2026-01-01' + (n / 2) * interval '1 hour'
     from made m cross join generate_series(1, 7) n`,
  );
  interface Listed {
    id: string;
    quotes: {
      nodes: { id: string }[];
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }
  const listed = async (first: number) => {
    app.clear();
    const { data, errors } = await app.ask<{ customers: { nodes: Listed[] } }, object>(
      `{ customers(first: ${first}, filter: { search: "Many" }) { nodes { id quotes(first: 3, filter: { status: [PENDING] }) {
          nodes { id } totalCount countsByStatus { status count } pageInfo { hasNextPage endCursor } } } } }`,
      {},
      'operations1',
    );
    expect(errors).toEqual([]);
    return { customers: data?.customers.nodes ?? [], queries: app.databaseQueries.length };
  };
  const [few, many] = [await listed(1), await listed(60)];
  expect(many.customers).toHaveLength(60);
  expect(many.queries).toBe(few.queries);
  const alone = async (id: string, after: string | null) => {
    const { data } = await app.ask<{ customer: Listed }, object>(
      `query ($id: ID!, $after: String) { customer(id: $id) { id quotes(first: 3, after: $after, filter: { status: [PENDING] }) {
          nodes { id } totalCount pageInfo { hasNextPage endCursor } } } }`,
      { id, after },
      'operations1',
    );
    return data?.customer.quotes;
  };
  for (const { id, quotes } of many.customers.slice(0, 3)) {
    const truth = await app.database(
      "select id from quote where customer_id = $1 and status = 'PENDING' order by created_at desc, id desc",
      [id],
    );
    expect(quotes.totalCount).toBe(3);
    const { data } = await app.ask(
      QuotesDocument,
      { filter: { customerId: id, status: ['REJECTED'] } },
      'operations1',
    );
    expect(data?.quotes.totalCount).toBe(4);
    expect(quotes.nodes.map((quote) => quote.id)).toEqual(truth.map((row) => row['id']));
    expect(quotes.pageInfo.hasNextPage).toBe(false);
    expect(await alone(id, quotes.pageInfo.endCursor)).toMatchObject({ nodes: [], totalCount: 3 });
  }
});

test('whatever is asked of quotes, fifty cost as many queries as one', async () => {
  await app.database(
    `insert into quote_event (quote_id, from_status, to_status, by_id, at)
     select q.id, s.status, 'PENDING', u.id, now() from quote q
       cross join portal_user u cross join (values (null), ('PENDING')) s (status) where u.username ~ '^(admin|customer)1$'`,
  );
  const queriesFor = async (first: number) => {
    app.clear();
    const { data, errors } = await app.ask<{ quotes: { nodes: object[] } }, object>(
      `{ quotes(first: ${first}) { totalCount countsByStatus { status } nodes { status allowedActions suggestedAmount
          items { quantity } customer { company } events { to at by { name role } } } } }`,
      {},
      'admin1',
    );
    expect([errors, data?.quotes.nodes.length]).toEqual([[], first]);
    return app.databaseQueries.length;
  };
  const cost = await queriesFor(1);
  expect(await queriesFor(50)).toBe(cost);
  // Who asks, the page, the counts, the rates, the customers, the events, and whose they are.
  expect(cost).toBe(7);
});

describe('a search', () => {
  const found = async (search: string, as: DemoUser = 'operations1') =>
    (await app.ask(QuotesDocument, { filter: { search } }, as)).data?.quotes.nodes.map(
      ({ reference }) => reference,
    );

  test('of a whole reference finds that quote alone, though others name it, and none of another customer', async () => {
    const [one, other] = rows.filter(({ reference }) => /^QT-\d{6}$/.test(reference));
    if (!one || !other) throw new Error('two are needed');
    await app.database('update quote set customer_reference = $1 where id = $2', [one.reference, other.id]);
    app.clear();
    expect(await found(one.reference.toLowerCase())).toEqual([one.reference]);
    expect(app.databaseQueries.filter((sql) => sql.includes('concat_ws'))).toEqual([]);
    expect(await found(`${one.reference} depot`)).toEqual([one.reference]);
    expect(await found(`${one.reference} ${other.reference}`)).toEqual([]);
    const stranger = one.customer_id === acme ? 'customer2' : 'customer1';
    expect(await found(one.reference, stranger)).toEqual([]);
    await app.database('update quote set customer_reference = $1 where id = $2', [
      other.customer_reference,
      other.id,
    ]);
  });

  test.each<[string, DemoUser, string]>([
    ['quotes(filter: { search: $search }) { totalCount }', 'customer1', 'filter.search'],
    ['connotes(filter: { search: $search }) { totalCount }', 'warehouse1', 'filter.search'],
    ['customers(filter: { search: $search }) { totalCount }', 'operations1', 'filter.search'],
    ['portalUsers(filter: { search: $search }) { totalCount }', 'admin1', 'filter.search'],
    ['drivers(search: $search) { name }', 'operations1', 'search'],
    ['recentAddresses(search: $search) { suburb }', 'customer1', 'search'],
  ])('has ten words at most: %s', async (field, as, path) => {
    const query = `query ($search: String) { ${field} }`;
    const search = (words: number) => app.ask(query, { search: ' o'.repeat(words) }, as);
    const tooMany = await search(11);
    expect([codesOf(tooMany), pathsOf(tooMany)]).toEqual([['BAD_USER_INPUT'], [path]]);
    expect(tooMany.errors[0]?.message).toContain('found 11 words; wanted at most 10');
    expect(reasonsOf(tooMany)).toEqual([{ reason: 'TOO_MANY', params: { max: 10 } }]);
    expect((await search(10)).errors).toEqual([]);
  });
});

describe('a list that takes too long', () => {
  /** Keeps every read of quotes waiting while it works. @param work gets who waits, and how to cancel them */
  const whileBlocked = <T>(
    work: (waiting: () => Promise<number>, cancel: () => Promise<unknown>) => Promise<T>,
  ) =>
    asAdministrator(async (client) => {
      await client.query('begin; lock table quote in access exclusive mode');
      const blocked = 'from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))';
      const waiting = async () => (await client.query(`select ${blocked}`)).rowCount ?? 0;
      const result = await work(waiting, () => client.query(`select pg_cancel_backend(pid) ${blocked}`));
      await client.query('rollback');
      return result;
    }, app.databaseUrl);
  const query = '{ quotes(first: 1) { nodes { id } } }';

  test('is ended by the server, and the caller is told that a retry makes sense', async () => {
    const answer = await whileBlocked(async (waiting, cancel) => {
      const asked = app.ask(query, {}, 'customer1');
      await until(async () => (await waiting()) === 1);
      await cancel();
      return asked;
    });
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('could not be read in time'),
        extensions: expect.objectContaining({ code: 'INTERNAL_SERVER_ERROR', retryable: true }),
      }),
    ]);
    expect((await app.ask(query, {}, 'customer1')).errors).toEqual([]);
  });

  test('ends with the request that it is for', async () => {
    const hungUp = new AbortController();
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await app.tokenOf('customer1')}`,
    };
    await whileBlocked(async (waiting) => {
      const { signal } = hungUp;
      const asked = fetch(`${app.url}/graphql`, {
        ...{ method: 'POST', headers, signal, body: JSON.stringify({ query }) },
      });
      await until(async () => (await waiting()) === 1);
      hungUp.abort();
      await expect(asked).rejects.toThrow();
      await until(async () => (await waiting()) === 0);
    });
    // It was not the time limit.
    expect(app.log.filter((line) => line.includes('statement timeout'))).toEqual([]);
    expect((await app.ask(query, {}, 'customer1')).errors).toEqual([]);
  });

  test('may take ten seconds, and leaves the connection as it was', async () => {
    const database = { kind: 'postgres', url: app.databaseUrl, ssl: false, poolMax: 1 } as const;
    const { dataSource, close } = await openLocalDatabase({ database });
    const show =
      "select current_setting('statement_timeout') as timeout, current_setting('transaction_read_only') as reads";
    try {
      const [before] = await dataSource.query(show);
      expect(await limitedRead(dataSource, (runner) => runner.query(show))).toEqual([
        { timeout: '10s', reads: 'on' },
      ]);
      const slow = limitedRead(dataSource, (runner) => runner.query('select pg_sleep(60)'), 5);
      await expect(slow).rejects.toThrow('could not be read in time');
      expect(await dataSource.query(show)).toEqual([before]);
    } finally {
      await close();
    }
  });
});

describe('no page sorts the table', () => {
  /** The orders of a list in which a page sorts, each with its direction. */
  const sortedOrders = (list: 'quotes' | 'connotes', fields: readonly string[]) =>
    asAdministrator(async (client) => {
      // So that a plan sorts only where no index has the order.
      for (const way of ['seqscan', 'bitmapscan', 'sort']) await client.query(`set enable_${way} = off`);
      const sorts = async (sql: string) => {
        const { rows: plan } = await client.query(`explain ${sql.replaceAll('$1', "'2026-01-01'")}`);
        return plan.some((line) => line['QUERY PLAN'].includes('Sort'));
      };
      const sorted: string[] = [];
      for (const order of fields.flatMap((field) => ['ASC', 'DESC'].map((way) => [field, way] as const))) {
        const [field, direction] = order;
        const query = `{ ${list}(first: 2, orderBy: { field: ${field}, direction: ${direction} }) { nodes { id } } }`;
        app.clear();
        expect((await app.ask(query, {}, 'operations1')).errors).toEqual([]);
        const read = app.databaseQueries.filter((sql) => sql.includes('sort_'));
        expect(read.length).toBeGreaterThan(0);
        for (const sql of read) if (await sorts(sql)) sorted.push(order.join(' '));
      }
      return sorted;
    }, app.databaseUrl);

  test('of connotes', async () => {
    const fields = ['NUMBER', 'STATUS', 'PICKUP_ON', 'CREATED_AT', 'UPDATED_AT'];
    expect(await sortedOrders('connotes', fields)).toEqual([]);
  });

  test('of quotes, but for the status, which depends on the day', async () => {
    expect(await sortedOrders('quotes', Object.keys(SORT))).toEqual(['STATUS ASC', 'STATUS DESC']);
  });
});

describe('the rate card', () => {
  const RATE: RateInput = {
    ...{ service: 'EXPRESS', base: '20', perKg: '0.125', minimum: '0', validFrom: '2020-01-01' },
    ...{ originState: 'nsw', destinationState: ' VIC ' },
  };
  const save = (more: Partial<RateInput> = {}, as: DemoUser = 'operations1') =>
    app.ask(SaveRateDocument, { input: { ...RATE, ...more } }, as);
  const remove = (id: string) => app.ask(DeleteRateDocument, { id }, 'operations1');
  const saved = async (more: Partial<RateInput> = {}) => {
    const { data, errors } = await save(more);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.saveRate;
  };
  const trail = (id: string) => trailWhere(app, 'target_id = $1', id);

  test('is kept as entered, changed by whoever saw its last version, deleted, and each change is written down', async () => {
    const rate = await saved();
    expect(rate).toMatchObject({
      ...{ originState: 'NSW', destinationState: 'VIC', base: '20.00', perKg: '0.1250', minimum: '0.00' },
      ...{ currency: 'AUD', validFrom: '2020-01-01', validUntil: null, version: 1 },
    });
    const { id } = rate;
    expect(await saved({ id, version: 1 })).toEqual(rate);
    const changed = await saved({
      id,
      version: 1,
      base: '21',
      destinationState: null,
      validUntil: '2999-01-01',
    });
    expect(changed).toMatchObject({
      base: '21.00',
      destinationState: null,
      validUntil: '2999-01-01',
      version: 2,
    });
    expect(codesOf(await save({ id, version: 1 }))).toEqual(['CONFLICT']);
    const { data } = await app.ask(RatesDocument, { service: 'EXPRESS' }, 'admin1');
    expect(data?.rates).toEqual([changed]);
    expect((await app.ask(RatesDocument, { service: 'ECONOMY' }, 'admin1')).data?.rates).toEqual([]);
    expect((await remove(id)).data).toEqual({ deleteRate: true });
    expect([codesOf(await remove(id)), codesOf(await save({ id }))]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
    expect(await trail(id)).toMatchObject([
      {
        action: 'RATE_CHANGED',
        actor: 'operations1',
        target: 'EXPRESS NSW → VIC',
        facts: { perKg: '0.1250' },
      },
      {
        action: 'RATE_CHANGED',
        facts: { base: '21.00', destinationState: null, validUntil: '2999-01-01' },
        target: 'EXPRESS NSW → any',
      },
      { action: 'RATE_CHANGED', facts: { service: null, base: null }, target: 'EXPRESS NSW → any' },
    ]);
  });

  test.each<[string, Partial<RateInput>]>([
    ['input.base', { base: '-1' }],
    ['input.base', { base: '1.001' }],
    ['input.minimum', { minimum: '1000000000000' }],
    ['input.perKg', { perKg: '0.00001' }],
    ['input.perKg', { perKg: '10000000000' }],
    ['input.currency', { currency: 'dollars' }],
    ['input.validUntil', { validUntil: '2019-12-31' }],
    ['input.originState', { originState: 'two\nlines' }],
    ['input.version', { version: 1 }],
  ])('is refused with the field named: %s %j', async (path, more) => {
    const answer = await save(more);
    expect([codesOf(answer), pathsOf(answer)]).toEqual([['BAD_USER_INPUT'], [path]]);
  });

  test('edited twice from one version takes one edit', async () => {
    const { id } = await saved();
    const answers = await Promise.all(['30', '31', '32'].map((base) => save({ id, version: 1, base })));
    expect(answers.flatMap(codesOf)).toEqual(['CONFLICT', 'CONFLICT']);
    await remove(id);
  });

  test('suggests an amount to staff alone: base and weight, at least the minimum, half a cent up', async () => {
    const id = await requested(app, 'customer1', { service: 'EXPRESS', weightKg: '100.04' });
    const suggested = async () => (await quoteOf(app, id)).suggestedAmount;
    expect(await suggested()).toBeNull();
    const rate = await saved();
    // 20 + 100.04 × 0.125 = 32.505.
    expect(await suggested()).toBe('32.51');
    await saved({ id: rate.id, minimum: '75.5' });
    expect(await suggested()).toBe('75.50');
    expect(await quoteOf(app, id, 'customer1')).toMatchObject({ totalAmount: null, status: 'PENDING' });
    const answer = await app.ask(`{ quote(id: "${id}") { suggestedAmount } }`, {}, 'customer1');
    expect([codesOf(answer), answer.data]).toEqual([['FORBIDDEN'], { quote: { suggestedAmount: null } }]);
    await remove(rate.id);
  });

  test('suggests by the latest rate that applies, then by the one that names more states', async () => {
    const id = await requested(app, 'customer1', { service: 'EXPRESS', weightKg: '1' });
    const suggested = async () => (await quoteOf(app, id)).suggestedAmount;
    const rates: string[] = [];
    const add = async (base: string, more: Partial<RateInput>) => {
      rates.push((await saved({ perKg: '0', base, ...more })).id);
    };
    const [anyOrigin, anyDestination] = [{ originState: null }, { destinationState: null }];
    await add('1', { service: 'STANDARD' });
    await add('2', { currency: 'NZD' });
    await add('3', { originState: 'VIC' });
    await add('4', { destinationState: 'NSW' });
    await add('5', { validFrom: '2998-01-01' });
    await add('6', { validUntil: '2020-06-01' });
    expect(await suggested()).toBeNull();
    await add('7', { ...anyOrigin, ...anyDestination });
    expect(await suggested()).toBe('7.00');
    await add('9', {});
    expect(await suggested()).toBe('9.00');
    await add('8', anyOrigin);
    expect(await suggested()).toBe('9.00');
    await add('10', { ...anyOrigin, ...anyDestination, validFrom: '2021-01-01' });
    expect(await suggested()).toBe('10.00');
    await Promise.all(rates.map(remove));
  });
});
