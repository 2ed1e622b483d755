import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ApproveQuoteDocument,
  DeleteCustomerDocument,
  PriceQuoteDocument,
  type PriceQuoteInput,
  QuotesDocument,
  RejectQuoteDocument,
  RequestQuoteDocument,
  type RequestQuoteInput,
} from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { trailWhere } from '../../support/audit-trail.js';
import { Crm } from '../../support/crm.js';
import { demoDatabase } from '../../support/demo-database.js';
import { DirectDatabase } from '../../support/direct-database.js';
import {
  aRequest,
  codesOf,
  link,
  pathsOf,
  quoteOf,
  reasonsOf,
  requested,
  store,
  TIME_ZONE,
} from '../../support/quotes.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const NOBODYS = '00000000-0000-4000-8000-000000000000';
let app: TestApp;
let databaseUrl: string;
let crm: Crm;
/** The customers of customer1 and customer2. */
let acme: string;
let zenith: string;

beforeAll(async () => {
  const local = await demoDatabase();
  databaseUrl = local.url;
  const direct = new DirectDatabase(local.url);
  await direct.run(`with old as (
      insert into customer (first_name, last_name, source) values ('Old', 'Customer', 'API') returning id)
    insert into quote (customer_id, reference, status, total_amount, valid_until, service, origin, destination,
      items, weight_kg, chargeable_weight_kg, currency)
    select id, 'QT-OLD', 'QUOTED', 1, '2020-01-31', 'ECONOMY', '{"suburb": "A", "state": "WA"}',
      '{"suburb": "B", "state": "NT"}', '[]', 1, 1, 'AUD' from old`);
  await direct.close();
  app = await startTestApp({ FREIGHT_TIME_ZONE: TIME_ZONE, FREIGHT_QUOTE_DAYS: '21' }, local);
  crm = new Crm(app);
  acme = await crm.without({ company: 'Acme Beverages', email: 'ada@acme.example' });
  zenith = await crm.without({ company: 'Zenith Pharma' });
  await link(app, 'customer1', acme);
  await link(app, 'customer2', zenith);
});
afterAll(() => app.stop());

const price = (input: PriceQuoteInput, as: DemoUser = 'operations1') =>
  app.ask(PriceQuoteDocument, { input }, as);
const approve = (id: string, as: DemoUser = 'customer1') => app.ask(ApproveQuoteDocument, { id }, as);
const reject = (id: string, as: DemoUser = 'customer1', note: string | null = null) =>
  app.ask(RejectQuoteDocument, { id, note }, as);
const request = (input: RequestQuoteInput, as: DemoUser = 'customer1') =>
  app.ask(RequestQuoteDocument, { input }, as);
const trail = (id: string) => trailWhere(app, 'target_id = $1', id);

test('a customer requests, staff price, the customer approves: each step is told, dated and written down', async () => {
  const items = [
    { quantity: 3, weightKg: '10.5', lengthCm: '120', widthCm: '100', heightCm: '50.5' },
    { packaging: 'DRUM' as const, weightKg: '0.125', dangerousGoods: { unNumber: '1263', class: '3' } },
  ];
  const asked = await request(
    aRequest({
      weightKg: null,
      items,
      customerReference: ' PO 17 ',
      origin: { suburb: ' Sydney', state: 'nsw' },
    }),
  );
  const quote = asked.data?.requestQuote.quote;
  expect(quote).toMatchObject({
    ...{ reference: expect.stringMatching(/^QT-\d{6}$/), status: 'PENDING', currency: 'AUD' },
    // 3 × 1.2 m × 1 m × 0.505 m × 250 kg/m³.
    ...{ weightKg: '31.625', cubicWeightKg: '454.5', chargeableWeightKg: '454.5' },
    allowedActions: ['REJECT'],
  });
  const { id, reference } = quote as { id: string; reference: string };
  const [toStaff] = await app.mailsTo('operations1@demo.example');
  expect(toStaff).toMatchObject({ subject: `Quote ${reference} was requested` });
  expect(toStaff?.text).toContain('Customer: Acme Beverages');
  expect(toStaff?.text).toMatch(/\/operations\/quotes\n/);

  const priced = await price({ id, totalAmount: '1249.5', validUntil: '2999-12-31' });
  expect(priced.data?.priceQuote.quote).toMatchObject({
    ...{ status: 'QUOTED', totalAmount: '1249.50', validUntil: '2999-12-31', version: 2 },
    allowedActions: ['REJECT'],
  });
  const [toCustomer] = await app.mailsTo('customer1@demo.example');
  expect(toCustomer?.text).toContain('Price: AUD 1,249.50\nValid until: the end of 31 December 2999');
  expect(toCustomer?.text).toContain(`/customer/quotes/${reference}\n`);

  const seen = await quoteOf(app, id, 'customer1');
  expect(seen).toMatchObject({
    status: 'QUOTED',
    allowedActions: ['APPROVE', 'REJECT'],
    customer: { id: acme },
  });
  expect(seen.items).toMatchObject([
    { packaging: 'CARTON', quantity: 3, weightKg: '10.5' },
    {
      packaging: 'DRUM',
      quantity: 1,
      dangerousGoods: { unNumber: 'UN1263', class: '3', packingGroup: null },
    },
  ]);
  expect([seen.customerReference, seen.origin]).toMatchObject(['PO 17', { suburb: 'Sydney', state: 'NSW' }]);
  const approved = await approve(id);
  expect(approved.data?.approveQuote.quote).toMatchObject({ status: 'APPROVED', allowedActions: ['BOOK'] });

  const customer = { name: 'customer1', role: 'CUSTOMER' };
  const staff = { name: 'operations1', role: 'OPERATIONS' };
  expect((await quoteOf(app, id)).events).toMatchObject([
    { from: null, to: 'PENDING', by: customer },
    { from: 'PENDING', to: 'QUOTED', by: staff },
    { from: 'QUOTED', to: 'APPROVED', by: customer },
  ]);
  expect(await trail(id)).toMatchObject([
    {
      action: 'QUOTE_REQUESTED',
      actor: 'customer1',
      target: reference,
      facts: { status: 'PENDING', origin: 'Sydney NSW' },
    },
    {
      ...{ action: 'QUOTE_PRICED', actor: 'operations1', target: reference },
      facts: { status: 'QUOTED', totalAmount: '1249.50', validUntil: '2999-12-31' },
    },
    { action: 'QUOTE_APPROVED', actor: 'customer1', target: reference, facts: { status: 'APPROVED' } },
  ]);
});

test('a price without a last day is valid for as many days as the settings say', async () => {
  const id = await requested(app, 'customer1');
  expect(codesOf(await price({ id, totalAmount: '1' }))).toEqual([]);
  const [row] = await app.database(
    `select valid_until - (e.at at time zone $2)::date as days from quote q join quote_event e on e.quote_id = q.id
     where q.id = $1 and e.to_status = 'QUOTED'`,
    [id, TIME_ZONE],
  );
  expect(row).toEqual({ days: 21 });
});

test('staff reject with a note that the customer reads; the customer withdraws what has no price yet', async () => {
  const [one, other] = [await requested(app, 'customer1'), await requested(app, 'customer1')];
  const note = 'We do not go there.\nNot before May.';
  expect((await reject(one, 'operations1', note)).data?.rejectQuote.quote).toMatchObject({
    status: 'REJECTED',
    allowedActions: [],
  });
  expect((await quoteOf(app, one, 'customer1')).events.at(-1)).toMatchObject({ to: 'REJECTED', note });
  expect((await trail(one)).at(-1)).toMatchObject({ action: 'QUOTE_REJECTED', facts: { note } });
  expect(codesOf(await reject(other))).toEqual([]);
  const long = await reject(await requested(app, 'customer1'), 'admin1', 'x'.repeat(1_001));
  expect([codesOf(long), pathsOf(long)]).toEqual([['BAD_USER_INPUT'], ['note']]);
});

describe('who a quote is for', () => {
  const forCustomer = (customerId: string | null, as: DemoUser) => request(aRequest({ customerId }), as);

  test("is the customer's own, or whom staff name", async () => {
    for (const [customerId, as] of [
      [null, 'customer1'],
      [acme, 'customer1'],
      [acme, 'operations1'],
      [acme, 'admin1'],
    ] as const) {
      const { data } = await forCustomer(customerId, as);
      expect((await quoteOf(app, data?.requestQuote.quote.id ?? '')).customer.id).toBe(acme);
    }
  });

  test('is nobody else for a customer: another customer is as unknown as none', async () => {
    const answers = await Promise.all([zenith, NOBODYS].map((id) => forCustomer(id, 'customer1')));
    const said = answers.map(({ errors }) =>
      JSON.stringify(errors).replaceAll(zenith, '').replaceAll(NOBODYS, ''),
    );
    expect(answers.flatMap(codesOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(said[0]).toBe(said[1]);
  });

  test('is nobody who is deleted or unknown, and staff must say who', async () => {
    const gone = await crm.without();
    await app.ask(DeleteCustomerDocument, { id: gone }, 'admin1');
    for (const [id, code] of [
      [gone, 'NOT_FOUND'],
      [NOBODYS, 'NOT_FOUND'],
      [null, 'BAD_USER_INPUT'],
    ] as const) {
      const answer = await forCustomer(id, 'operations1');
      expect([codesOf(answer), pathsOf(answer)]).toEqual([[code], ['input.customerId']]);
    }
  });

  test('is told to a login that belongs to no customer: staff must link it', async () => {
    const answer = await forCustomer(null, 'customerall');
    expect([codesOf(answer), pathsOf(answer)]).toEqual([['BAD_USER_INPUT'], ['input.customerId']]);
    expect(answer.errors[0]?.message).toContain('staff');
    expect((await app.ask(QuotesDocument, {}, 'customerall')).data?.quotes).toMatchObject({
      nodes: [],
      totalCount: 0,
    });
  });
});

describe('a request is refused with the field named', () => {
  const address = { suburb: 'Sydney', state: 'NSW' };
  const item = { weightKg: '1' };
  test.each<[string, Partial<RequestQuoteInput>, string, object?]>([
    ['input.weightKg', { weightKg: null }, 'REQUIRED'],
    ['input.weightKg', { weightKg: '0' }, 'OUT_OF_RANGE', { above: 0, below: 100_000, decimals: 3 }],
    ['input.weightKg', { weightKg: '-1' }, 'OUT_OF_RANGE'],
    ['input.weightKg', { weightKg: '1.0001' }, 'OUT_OF_RANGE'],
    ['input.weightKg', { weightKg: '3', items: [{ ...item, quantity: 2 }] }, 'MISMATCH', { wanted: '2' }],
    ['input.items.0.quantity', { items: [{ ...item, quantity: 0 }] }, 'OUT_OF_RANGE', { min: 1, max: 1_000 }],
    ['input.items.1.weightKg', { items: [item, { weightKg: '0.000' }] }, 'OUT_OF_RANGE'],
    ['input.items.0.heightCm', { items: [{ ...item, lengthCm: '1', widthCm: '1' }] }, 'REQUIRED'],
    ['input.items', { items: Array.from({ length: 101 }, () => item) }, 'TOO_MANY', { max: 100 }],
    [
      'input.items.0.dangerousGoods.unNumber',
      { items: [{ ...item, dangerousGoods: { unNumber: '12', class: '3' } }] },
      'INVALID_FORMAT',
      { format: 'un_number' },
    ],
    [
      'input.items.0.dangerousGoods.class',
      { items: [{ ...item, dangerousGoods: { unNumber: '1263', class: '3.1' } }] },
      'INVALID_FORMAT',
      { format: 'dangerous_goods_class' },
    ],
    ['input.origin.suburb', { origin: { ...address, suburb: ' ' } }, 'REQUIRED'],
    [
      'input.destination.country',
      { destination: { ...address, country: 'AUS' } },
      'INVALID_FORMAT',
      { format: 'country' },
    ],
    [
      'input.destination.contactPhone',
      { destination: { ...address, contactPhone: 'call me' } },
      'INVALID_FORMAT',
      { format: 'phone' },
    ],
    ['input.origin.company', { origin: { ...address, company: 'two\nlines' } }, 'UNPRINTABLE'],
    ['input.customerReference', { customerReference: 'x'.repeat(101) }, 'TOO_LONG', { max: 100 }],
    ['input.pickupOn', { pickupOn: '2020-01-01' }, 'TOO_EARLY', { earliest: expect.any(String) }],
  ])('%s: %j', async (path, more, reason, params) => {
    const answer = await request(aRequest({ ...('items' in more && { weightKg: null }), ...more }));
    expect([codesOf(answer), pathsOf(answer)]).toEqual([['BAD_USER_INPUT'], [path]]);
    expect(reasonsOf(answer)).toMatchObject([{ reason, ...(params && { params }) }]);
  });
});

test.each<[string, Partial<PriceQuoteInput>, string]>([
  ['input.totalAmount', { totalAmount: '0' }, 'OUT_OF_RANGE'],
  ['input.totalAmount', { totalAmount: '0.00' }, 'OUT_OF_RANGE'],
  ['input.totalAmount', { totalAmount: '-5' }, 'OUT_OF_RANGE'],
  ['input.totalAmount', { totalAmount: '1.005' }, 'OUT_OF_RANGE'],
  ['input.totalAmount', { totalAmount: '1000000000000' }, 'OUT_OF_RANGE'],
  ['input.validUntil', { validUntil: '2020-01-01' }, 'TOO_EARLY'],
])('a price is refused with the field named, and nothing happens: %s %j', async (path, more, reason) => {
  const id = await requested(app, 'customer1');
  const answer = await price({ id, totalAmount: '5', ...more });
  expect([codesOf(answer), pathsOf(answer)]).toEqual([['BAD_USER_INPUT'], [path]]);
  expect(reasonsOf(answer)).toMatchObject([{ reason }]);
  expect(await quoteOf(app, id)).toMatchObject({ status: 'PENDING', totalAmount: null, version: 1 });
});

test('the largest amount is kept to the cent', async () => {
  const id = await requested(app, 'customer1');
  await price({ id, totalAmount: '999999999999.99' });
  expect(await quoteOf(app, id)).toMatchObject({ totalAmount: '999999999999.99' });
});

describe('what may be done in a status is what is offered, and the rest is a conflict that names the status', () => {
  const CUSTOMER = { PENDING: ['REJECT'], QUOTED: ['APPROVE', 'REJECT'], APPROVED: ['BOOK'] };
  const STAFF = { PENDING: ['PRICE', 'REJECT'], QUOTED: ['REJECT'], APPROVED: ['BOOK'] };
  const ROLES = [
    { as: 'customer1', offered: CUSTOMER, never: 'PRICE' },
    { as: 'operations1', offered: STAFF, never: 'APPROVE' },
    { as: 'admin1', offered: STAFF, never: 'APPROVE' },
  ] as const;
  const STORED = [
    { stored: { status: 'PENDING' }, shown: 'PENDING' },
    { stored: { status: 'QUOTED' }, shown: 'QUOTED' },
    { stored: { status: 'QUOTED', validUntil: '2020-01-01' }, shown: 'EXPIRED' },
    { stored: { status: 'APPROVED', validUntil: '2020-01-01' }, shown: 'APPROVED' },
    { stored: { status: 'REJECTED' }, shown: 'REJECTED' },
    { stored: { status: 'EXPIRED', validUntil: '2020-01-01' }, shown: 'EXPIRED' },
  ] as const;
  const ACTIONS = [
    ['PRICE', (id: string, as: DemoUser) => price({ id, totalAmount: '5' }, as)],
    ['APPROVE', approve],
    ['REJECT', reject],
  ] as const;

  test.each(STORED.flatMap((one) => ROLES.map((role) => ({ ...one, ...role }))))(
    '$stored for $as',
    async ({ stored, shown, as, offered, never }) => {
      const actions: readonly string[] = (offered as Record<string, readonly string[]>)[shown] ?? [];
      for (const [action, act] of ACTIONS) {
        const [id = ''] = await store(app, acme, [stored]);
        const before = await quoteOf(app, id, as);
        expect([before.status, before.allowedActions]).toEqual([shown, actions]);
        const answer = await act(id, as);
        if (actions.includes(action)) {
          expect(codesOf(answer)).toEqual([]);
          continue;
        }
        expect([action, codesOf(answer)]).toEqual([action, [action === never ? 'FORBIDDEN' : 'CONFLICT']]);
        if (action !== never) expect(answer.errors[0]?.message).toContain(`which is ${shown}; wanted`);
        expect(await quoteOf(app, id, as)).toEqual(before);
      }
    },
  );
});

test('each of two steps in one request shows the life of the quote up to it', async () => {
  const id = await requested(app, 'customer1');
  const steps = '{ quote { status events { to } } }';
  const { data } = await app.ask<Record<string, unknown>, object>(
    `mutation { one: priceQuote(input: { id: "${id}", totalAmount: 5 }) ${steps} two: rejectQuote(id: "${id}") ${steps} }`,
    {},
    'operations1',
  );
  const life = [{ to: 'PENDING' }, { to: 'QUOTED' }, { to: 'REJECTED' }];
  expect(data).toEqual({
    one: { quote: { status: 'QUOTED', events: life.slice(0, 2) } },
    two: { quote: { status: 'REJECTED', events: life } },
  });
});

test('a quote of another customer is as unknown as none, whatever is tried', async () => {
  const [theirs = ''] = await store(app, zenith, [{}]);
  for (const id of [theirs, theirs.toUpperCase(), NOBODYS]) {
    const answers = [await approve(id), await reject(id)];
    expect(answers.flatMap(codesOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(answers[0]?.errors[0]?.message).toBe(`id: found "${id.toLowerCase()}", which no quote has`);
  }
  expect((await quoteOf(app, theirs)).status).toBe('QUOTED');
  expect(codesOf(await price({ id: NOBODYS, totalAmount: '1' }))).toEqual(['NOT_FOUND']);
});

test('without its audit entry nothing is requested, priced or decided, and nobody gets a mail', async () => {
  const pending = await requested(app, 'customer1');
  const [quoted = ''] = await store(app, acme, [{}]);
  const stand = () =>
    app.database(
      `select (select jsonb_agg(q order by id) from quote q) as quotes,
         (select count(*) from quote_event) as events, (select count(*) from mail) as mails`,
    );
  const before = await stand();
  const answers = await new Accounts(app).withoutAudit(async () => [
    await request(aRequest()),
    await price({ id: pending, totalAmount: '5' }),
    await approve(quoted),
    await reject(quoted),
  ]);
  expect(answers.flatMap(codesOf)).toEqual(Array(4).fill('INTERNAL_SERVER_ERROR'));
  expect(await stand()).toEqual(before);
});

describe('a price that has expired', () => {
  /** The last moment of 15 June 2040 in Sydney, and the first of the day after. */
  const [LAST, AFTER] = [new Date('2040-06-15T13:59:59.999Z'), new Date('2040-06-15T14:00:00Z')];

  test('before the service started is stored when it starts', async () => {
    const stored = () =>
      app.database(
        "select q.status, e.by_id from quote q join quote_event e on e.quote_id = q.id where reference = 'QT-OLD'",
      );
    await until(async () => (await stored()).length > 0);
    expect(await stored()).toEqual([{ status: 'EXPIRED', by_id: null }]);
  });

  test('is valid for the whole of its last day, and stored with its event after it, once', async () => {
    const [id = ''] = await store(app, acme, [{ validUntil: '2040-06-15' }]);
    const stored = async () => {
      const [row] = await app.database('select status, version from quote where id = $1', [id]);
      return row;
    };
    await app.expireQuotes(LAST);
    expect(await stored()).toEqual({ status: 'QUOTED', version: 1 });
    await app.expireQuotes(AFTER);
    await app.expireQuotes(AFTER);
    expect(await stored()).toEqual({ status: 'EXPIRED', version: 2 });
    expect((await quoteOf(app, id)).events).toMatchObject([{ from: 'QUOTED', to: 'EXPIRED', by: null }]);
    expect(await trail(id)).toMatchObject([
      { action: 'QUOTE_EXPIRED', actor: 'system', facts: { status: 'EXPIRED' } },
    ]);
  });

  test('is stored for any number of quotes, by several instances at once', async () => {
    const ids = await store(
      app,
      acme,
      Array.from({ length: 450 }, () => ({ validUntil: '2040-06-15' })),
    );
    await Promise.all([app.expireQuotes(AFTER), app.expireQuotes(AFTER)]);
    const [row] = await app.database(
      `select (select count(*)::int from quote where id = any($1) and status = 'EXPIRED') as expired,
         (select count(*)::int from quote_event where quote_id = any($1)) as events`,
      [ids],
    );
    expect(row).toEqual({ expired: 450, events: 450 });
  });
});

describe('of two who decide at the same moment exactly one wins', () => {
  /** What became of quotes: their status, and how often each was decided. */
  const outcome = (ids: string[]) =>
    app.database(
      `select q.status, count(e.id)::int as decisions,
         (select count(*)::int from (select target_id from audit_intake union all select target_id from audit_entry) a
          where a.target_id = q.id::text) as entries
       from unnest($1::uuid[]) with ordinality as asked (id, n) join quote q on q.id = asked.id
         left join quote_event e on e.quote_id = q.id group by q.id, asked.n order by asked.n`,
      [ids],
    );

  test('approving and rejecting', async () => {
    const ids = await store(
      app,
      acme,
      Array.from({ length: 12 }, () => ({})),
    );
    const answers = await Promise.all(
      ids.map((id, n) =>
        Promise.all(n % 2 ? [approve(id), reject(id, 'operations1')] : [reject(id), approve(id)]),
      ),
    );
    for (const pair of answers) expect(pair.flatMap(codesOf)).toEqual(['CONFLICT']);
    for (const row of await outcome(ids)) expect(row).toMatchObject({ decisions: 1, entries: 1 });
  });

  test('approving and expiring', async () => {
    const ids = await store(
      app,
      acme,
      Array.from({ length: 12 }, () => ({ validUntil: '2045-01-01' })),
    );
    const [answers] = await Promise.all([
      Promise.all(ids.map((id) => approve(id))),
      app.expireQuotes(new Date('2045-02-01T00:00:00Z')),
    ]);
    const won = answers.map((answer) => codesOf(answer).length === 0);
    expect(answers.flatMap(codesOf).every((code) => code === 'CONFLICT')).toBe(true);
    expect(await outcome(ids)).toEqual(
      won.map((approved) => ({ status: approved ? 'APPROVED' : 'EXPIRED', decisions: 1, entries: 1 })),
    );
  });

  describe('while the other one holds the quote', () => {
    const AFTER = new Date('2050-02-01T00:00:00Z');
    let gate: pg.Client;
    beforeAll(async () => {
      gate = new pg.Client(databaseUrl);
      await gate.connect();
      await gate.query(`create function wait_at_gate() returns trigger language plpgsql as $$
        begin perform pg_advisory_xact_lock_shared(14); return new; end $$`);
      await gate.query(
        'create trigger gate before update on quote for each row execute function wait_at_gate()',
      );
    });
    afterAll(async () => {
      await gate.query('drop function wait_at_gate cascade');
      await gate.end();
    });
    const waiting = (locks: string) =>
      until(async () => {
        const { rowCount } = await gate.query(
          `select from pg_locks where not granted and pid in
             (select pid from pg_stat_activity where datname = current_database()) and locktype in (${locks})`,
        );
        return (rowCount ?? 0) > 0;
      });

    test('expiring passes over a quote that is being approved', async () => {
      const [id = ''] = await store(app, acme, [{ validUntil: '2050-01-01' }]);
      await gate.query('select pg_advisory_lock(14)');
      const approving = approve(id);
      await waiting("'advisory'");
      await app.expireQuotes(AFTER);
      await gate.query('select pg_advisory_unlock(14)');
      expect(codesOf(await approving)).toEqual([]);
      expect(await outcome([id])).toEqual([{ status: 'APPROVED', decisions: 1, entries: 1 }]);
    });

    test('approving waits for a quote that is being expired, and is refused', async () => {
      const [id = ''] = await store(app, acme, [{ validUntil: '2050-01-01' }]);
      await gate.query('select pg_advisory_lock(14)');
      const expiring = app.expireQuotes(AFTER);
      await waiting("'advisory'");
      const approving = approve(id);
      await waiting("'transactionid', 'tuple'");
      await gate.query('select pg_advisory_unlock(14)');
      await expiring;
      const answer = await approving;
      expect([codesOf(answer), answer.errors[0]?.message]).toEqual([
        ['CONFLICT'],
        expect.stringContaining('which is EXPIRED'),
      ]);
      expect(await outcome([id])).toEqual([{ status: 'EXPIRED', decisions: 1, entries: 1 }]);
    });
  });

  test('two prices', async () => {
    const id = await requested(app, 'customer1');
    const answers = await Promise.all(['5', '6'].map((totalAmount) => price({ id, totalAmount })));
    expect(answers.flatMap(codesOf)).toEqual(['CONFLICT']);
    const winner = answers.find(({ data }) => data);
    expect((await quoteOf(app, id)).totalAmount).toBe(winner?.data?.priceQuote.quote.totalAmount);
  });
});

test('a customer has 100 quotes that wait for a price, and withdrawing them makes no room for more mails', async () => {
  const customerId = await crm.without({ company: 'Bulk' });
  const ask = () => request(aRequest({ customerId }), 'operations1');
  const tooMany = [
    'CONFLICT',
    'input.customerId: found 100 quotes of this customer that wait for a price, or were rejected without one within 24 hours; wanted fewer than 100',
  ];
  const refusals = (answers: Awaited<ReturnType<typeof ask>>[]) =>
    answers.flatMap(({ errors }) => errors.map(({ message, extensions }) => [extensions.code, message]));
  await store(app, customerId, Array(99).fill({ status: 'PENDING', validUntil: null }));
  const both = await Promise.all([ask(), ask()]);
  expect(refusals(both)).toEqual([tooMany]);
  const [asked] = both.flatMap(({ data }) => data?.requestQuote.quote ?? []);
  const mails = () => app.database("select count(*)::int as n from mail where template = 'QUOTE_REQUESTED'");
  const before = await mails();
  expect(codesOf(await reject(asked?.id ?? '', 'operations1'))).toEqual([]);
  expect(refusals([await ask()])).toEqual([tooMany]);
  expect(await mails()).toEqual(before);
  expect(codesOf(await request(aRequest({ customerId: zenith }), 'operations1'))).toEqual([]);
  await app.database("update quote set created_at = now() - interval '25 hours' where id = $1", [asked?.id]);
  expect(refusals([await ask(), await ask()])).toEqual([tooMany]);
  await app.database("update quote set status = 'QUOTED', total_amount = 1 where customer_id = $1", [
    customerId,
  ]);
  expect(refusals([await ask()])).toEqual([]);
});

test('a customer who says which version they saw approves no other', async () => {
  const id = await requested(app, 'customer1');
  await price({ id, totalAmount: '10.00' });
  const { version } = await quoteOf(app, id, 'customer1');
  const outdated = await app.ask(ApproveQuoteDocument, { id, version: version - 1 }, 'customer1');
  expect(outdated.errors[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    fields: [{ path: 'version', reason: 'OUTDATED' }],
  });
  expect((await quoteOf(app, id, 'customer1')).status).toBe('QUOTED');
  const { data } = await app.ask(ApproveQuoteDocument, { id, version }, 'customer1');
  expect(data?.approveQuote.quote.status).toBe('APPROVED');
});
