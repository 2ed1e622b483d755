import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ApproveQuoteDocument,
  BookShipmentDocument,
  CancelConnoteDocument,
  RejectQuoteDocument,
  UpdateConnoteStatusDocument,
} from '../../../schema/operations.generated.js';
import { addDays, dayIn } from '../../../src/shared/day-in.js';
import { trailWhere } from '../../support/audit-trail.js';
import { type Connotes, storeBookable } from '../../support/connotes.js';
import { codesOf, link, reasonsOf, store, TIME_ZONE } from '../../support/quotes.js';
import { someActs } from '../../support/reward-acts.js';
import { RewardWalk } from '../../support/reward-walk.js';
import { type Rewards, startRewards } from '../../support/rewards.js';
import { runCommand } from '../../support/run-command.js';
import type { TestApp } from '../../support/start-app.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const QUOTE = 'id totalAmount rewardPoints rewardDiscount payableAmount version status';

let app: TestApp;
let rewards: Rewards;
let connotes: Connotes;
let other: string;
/** The day that it is for the portal, and the moment of the job some days later. */
const today = dayIn(TIME_ZONE, new Date());
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);

beforeAll(async () => {
  const started = await startRewards();
  ({ app, rewards, connotes } = started);
  other = started.zenith;
});
afterAll(() => app.stop());

/** A quote as somebody sees it. */
async function seen(id: string, as: 'customer1' | 'operations1' = 'customer1') {
  const { data } = await app.ask<{ quote: Record<string, unknown> }, object>(
    `query ($id: ID!) { quote(id: $id) { ${QUOTE} } }`,
    { id },
    as,
  );
  return data?.quote;
}

const trailOf = (customerId: string) =>
  trailWhere(app, "action like 'REWARDS_%' and target_id = $1", customerId);

test('a delivered connote earns whole points, which are used on a quote, and its connote costs what remains', async () => {
  const acme = await rewards.newCustomer();
  // 101.37 × 1.5 is 152.055. A driver without a network tells of it later.
  const connote = await rewards.deliver(acme, '101.37', {
    at: new Date(Date.now() - 3_600_000).toISOString(),
  });
  await rewards.deliver(acme, '0.66');
  await rewards.deliver(acme, '500.00', { currency: 'NZD' });
  expect(await rewards.must()).toMatchObject({
    ...{ balance: 152, value: '4.56', currency: 'AUD', pointValue: '0.03', pointsPerUnit: '1.5' },
    nextExpiry: { points: 152, on: addDays(today, 30) },
    entries: {
      totalCount: 1,
      nodes: [
        {
          ...{ kind: 'EARNED', points: 152, balance: 152, quote: null, connote: { id: connote }, by: null },
          expiresOn: addDays(today, 30),
        },
      ],
    },
  });
  const id = await rewards.quote(acme, '10.00');
  expect(await seen(id)).toMatchObject({
    ...{ rewardPoints: 0, rewardDiscount: '0.00', payableAmount: '10.00', version: 1 },
  });
  expect((await rewards.redeem(id, 100, { version: 1 })).data?.redeemRewards.quote).toMatchObject({
    ...{ rewardPoints: 100, rewardDiscount: '3.00', payableAmount: '7.00', version: 2 },
  });
  expect(codesOf(await rewards.redeem(id, 1, { version: 1 }))).toEqual(['CONFLICT']);
  expect((await rewards.takeBack(id)).data?.returnRewards.quote).toMatchObject({
    ...{ rewardPoints: 0, rewardDiscount: '0.00', payableAmount: '10.00', version: 3 },
  });
  // Nothing is on it any more: nothing changes.
  expect((await rewards.takeBack(id)).data?.returnRewards.quote.version).toBe(3);
  await rewards.redeem(id, 100);
  await rewards.redeem(id, 50);
  expect(await seen(id, 'operations1')).toMatchObject({ rewardPoints: 150, payableAmount: '5.50' });
  await app.ask(ApproveQuoteDocument, { id }, 'customer1');
  expect(reasonsOf(await rewards.takeBack(id))).toMatchObject([{ reason: 'WRONG_STATUS' }]);
  const { data } = await app.ask(BookShipmentDocument, { input: { quoteId: id } }, 'customer1');
  const booked = data?.bookShipment.connote;
  expect(booked?.totalAmount).toBe('5.50');
  await app.ask(CancelConnoteDocument, { id: booked?.id ?? '' }, 'operations1');
  const { balance, entries } = await rewards.must({ first: 1 });
  expect([balance, entries.nodes]).toMatchObject([
    152,
    [
      {
        kind: 'RETURNED',
        points: 150,
        quote: { id },
        connote: { id: booked?.id },
        by: { role: 'OPERATIONS' },
      },
    ],
  ]);
  const trail = await trailOf(acme);
  expect(trail.map(({ action, actor, facts }) => [action, actor, facts['points'], facts['balance']])).toEqual(
    [
      ['REWARDS_EARNED', 'driver1', 152, 152],
      ['REWARDS_REDEEMED', 'customer1', -100, 52],
      ['REWARDS_RETURNED', 'customer1', 100, 152],
      ['REWARDS_REDEEMED', 'customer1', -100, 52],
      ['REWARDS_REDEEMED', 'customer1', -50, 2],
      ['REWARDS_RETURNED', 'operations1', 150, 152],
    ],
  );
  expect(trail.at(-1)?.facts).toMatchObject({
    quote: expect.stringMatching(/^QT-/),
    connote: booked?.number,
  });
});

test('what points pay in full is confirmed, and earns nothing', async () => {
  const acme = await rewards.newCustomer();
  await rewards.adjust(acme, 400);
  const id = await rewards.quote(acme, '9.00');
  expect(reasonsOf(await rewards.redeem(id, 301))).toEqual([
    { reason: 'OUT_OF_RANGE', params: { min: 1, max: 300 } },
  ]);
  expect((await rewards.redeem(id, 300)).data?.redeemRewards.quote.payableAmount).toBe('0.00');
  expect(reasonsOf(await rewards.redeem(id, 1))).toEqual([
    { reason: 'OUT_OF_RANGE', params: { min: 0, max: 0 } },
  ]);
  await app.ask(ApproveQuoteDocument, { id }, 'customer1');
  const { data } = await app.ask(BookShipmentDocument, { input: { quoteId: id } }, 'customer1');
  const connote = data?.bookShipment.connote.id ?? '';
  const direct = await connotes.book({}, 'customer1');
  const { data: seen } = await app.ask<{ connotes: unknown }, object>(
    '{ connotes { nodes { id totalAmount priced } } }',
    {},
    'customer1',
  );
  expect(seen?.connotes).toEqual({
    nodes: [
      { id: direct.id, totalAmount: '0.00', priced: false },
      { id: connote, totalAmount: '0.00', priced: true },
    ],
  });
  const [driver] = await app.database("select id from portal_user where username = 'driver1'");
  const steps = [
    ['CONFIRMED', 'operations1', {}],
    ['ALLOCATED', 'operations1', { driverId: String(driver?.['id']) }],
    ['IN_TRANSIT', 'driver1', {}],
    ['DELIVERED', 'driver1', {}],
  ] as const;
  for (const [to, as, more] of steps) {
    const { errors } = await app.ask(
      UpdateConnoteStatusDocument,
      { input: { id: connote, to, ...more } },
      as,
    );
    expect(errors).toEqual([]);
  }
  expect((await rewards.must()).balance).toBe(100);
});

test('points return when their quote is rejected or expires, and an expired one takes none', async () => {
  const acme = await rewards.newCustomer();
  await rewards.adjust(acme, 90);
  const [rejected, expiring] = [await rewards.quote(acme), await rewards.quote(acme, '90.00', '2040-06-15')];
  const [stored = ''] = await store(app, acme, [{ validUntil: addDays(today, -1) }]);
  await rewards.redeem(rejected, 40);
  await rewards.redeem(expiring, 30);
  expect(reasonsOf(await rewards.redeem(stored, 1))).toMatchObject([
    { reason: 'WRONG_STATUS', params: { status: 'EXPIRED', wanted: ['QUOTED'] } },
  ]);
  await app.ask(RejectQuoteDocument, { id: rejected }, 'operations1');
  expect((await rewards.must()).balance).toBe(60);
  const after = new Date('2040-06-15T14:00:00Z');
  // Two instances at once: the quote expires once, and so does each point. The one that did not expire the quote may
  // take what is due before the points of the quote are back.
  await Promise.all([app.expireQuotes(after), app.expireQuotes(after)]);
  expect(await seen(expiring)).toMatchObject({ status: 'EXPIRED', rewardPoints: 0 });
  const ledger = await rewards.ledger(acme);
  const [before, expired] = [
    ledger.filter(({ kind }) => kind !== 'EXPIRED'),
    ledger.filter(({ kind }) => kind === 'EXPIRED'),
  ];
  expect(before.map(({ kind, points }) => [kind, points])).toEqual([
    ['ADJUSTED', 90],
    ['REDEEMED', -40],
    ['REDEEMED', -30],
    ['RETURNED', 40],
    ['RETURNED', 30],
  ]);
  expect(expired.reduce((sum, { points }) => sum + points, 0)).toBe(-90);
  expect(ledger.at(-1)).toMatchObject({ kind: 'EXPIRED', balance: 0 });
  expect((await rewards.must()).nextExpiry).toBeNull();
});

test('the oldest points are used first, and a point that has expired is not spent before the job takes it', async () => {
  const acme = await rewards.newCustomer();
  await rewards.gain(acme, 50, addDays(today, -1));
  await rewards.gain(acme, 30, today);
  await rewards.gain(acme, 20, addDays(today, 5));
  const id = await rewards.quote(acme);
  expect(reasonsOf(await rewards.redeem(id, 51))).toMatchObject([{ params: { max: 50 } }]);
  await rewards.redeem(id, 10);
  expect((await rewards.ledger(acme)).slice(3).map(({ kind, points }) => [kind, points])).toEqual([
    ['EXPIRED', -50],
    ['REDEEMED', -10],
  ]);
  expect(await rewards.must()).toMatchObject({ balance: 40, nextExpiry: { points: 20, on: today } });
  await app.expireQuotes(inDays(2));
  await app.expireQuotes(inDays(2));
  expect(await rewards.must()).toMatchObject({
    balance: 20,
    nextExpiry: { points: 20, on: addDays(today, 5) },
  });
});

describe('nobody', () => {
  test('uses or adjusts points that are not theirs to use, or more than there are', async () => {
    const acme = await rewards.newCustomer();
    await rewards.adjust(acme, 10);
    await link(app, 'customer2', other);
    const [id, foreign] = [await rewards.quote(acme), await rewards.quote(other)];
    for (const as of ['driver1', 'warehouse1', 'operations1', 'admin1', null] as const) {
      const denied = as === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      expect([as, codesOf(await rewards.redeem(id, 1, { as }))]).toEqual([as, [denied]]);
      expect([as, codesOf(await rewards.takeBack(id, { as }))]).toEqual([as, [denied]]);
    }
    for (const as of ['customer1', 'operations1', null] as const)
      expect(codesOf(await rewards.adjust(acme, 1, { as }))).toEqual([
        as === null ? 'UNAUTHENTICATED' : 'FORBIDDEN',
      ]);
    const unknown = (await rewards.redeem(NOBODY, 1)).errors[0]?.message.replace(NOBODY, 'ID');
    const hidden = await rewards.redeem(foreign, 1);
    expect([codesOf(hidden), hidden.errors[0]?.message.replace(foreign, 'ID')]).toEqual([
      ['NOT_FOUND'],
      unknown,
    ]);
    expect(codesOf(await rewards.takeBack(foreign))).toEqual(['NOT_FOUND']);
    for (const points of [0, -1, 11])
      expect(reasonsOf(await rewards.redeem(id, points))).toEqual([
        { reason: 'OUT_OF_RANGE', params: { min: 1, max: 10 } },
      ]);
    const [pending = ''] = await store(app, acme, [{ status: 'PENDING' }]);
    expect(reasonsOf(await rewards.redeem(pending, 1))).toMatchObject([{ reason: 'WRONG_STATUS' }]);
    expect(reasonsOf(await rewards.redeem(await storeBookable(app, acme, 'QUOTED'), 1))).toEqual([
      { reason: 'MISMATCH', params: { wanted: 'AUD' } },
    ]);
    expect(codesOf(await rewards.adjust(NOBODY, 1))).toEqual(['NOT_FOUND']);
    expect(reasonsOf(await rewards.adjust(acme, 0, { note: ' ' }))).toEqual([
      { reason: 'REQUIRED' },
      { reason: 'NOT_ALLOWED' },
    ]);
    for (const points of [-11, 2_147_483_647])
      expect(reasonsOf(await rewards.adjust(acme, points))).toMatchObject([{ reason: 'OUT_OF_RANGE' }]);
    expect((await rewards.ledger(acme)).map(({ balance }) => balance)).toEqual([10]);
  });

  test('reads the points of another customer', async () => {
    const acme = await rewards.newCustomer();
    await link(app, 'customer2', other);
    await rewards.adjust(acme, 10);
    expect((await rewards.must({ customerId: acme })).balance).toBe(10);
    expect((await rewards.must({ customerId: acme }, 'operations1')).entries.nodes).toMatchObject([
      { note: 'A late delivery', by: { role: 'ADMIN' } },
    ]);
    expect(codesOf(await rewards.read({ customerId: other }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await rewards.read({ customerId: NOBODY }, 'admin1'))).toEqual(['NOT_FOUND']);
    expect(reasonsOf(await rewards.read({}, 'operations1'))).toEqual([{ reason: 'REQUIRED' }]);
    const ofCustomer = '{ viewer { user { customer { id rewards { balance } } } } }';
    expect(codesOf(await app.ask(ofCustomer, {}, 'customer1'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await rewards.read({}, 'driver1'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await rewards.read({}, null))).toEqual(['UNAUTHENTICATED']);
    expect(reasonsOf(await rewards.read({}, 'customerall'))).toMatchObject([
      { params: { what: 'CUSTOMER' } },
    ]);
    const cursor = (await rewards.must()).entries.pageInfo.endCursor;
    expect(reasonsOf(await rewards.read({ after: cursor }, 'customer2'))).toEqual([{ reason: 'MISMATCH' }]);
  });

  test('changes what is in the ledger', async () => {
    const acme = await rewards.newCustomer();
    await rewards.adjust(acme, 10);
    const where = `where customer_id = '${acme}'`;
    for (const sql of [
      `update reward_entry set points = 11 ${where}`,
      `update reward_entry set note = null ${where}`,
      `update reward_entry set quote_id = (select id from quote limit 1) ${where}`,
      `delete from reward_entry ${where}`,
      'truncate reward_entry',
      `set session_replication_role = replica; delete from reward_entry ${where}`,
    ]) {
      await expect(app.database(sql), sql).rejects.toThrow('append-only');
    }
    const add = (kind: string, ordinal: number, points: number, balance: number) =>
      app.database(
        `insert into reward_entry (customer_id, ordinal, kind, points, balance, at) values ($1, $2, $3, $4, $5, now())`,
        [acme, ordinal, kind, points, balance],
      );
    await expect(add('ADJUSTED', 1, 5, 15)).rejects.toThrow('reward_entry_customer_id_ordinal_key');
    await expect(add('ADJUSTED', 2, -11, -1)).rejects.toThrow('balance_check');
    await expect(add('EARNED', 2, -1, 9)).rejects.toThrow('check');
    await expect(add('EXPIRED', 2, 1, 11)).rejects.toThrow('check');
  });
});

test('where rewards are switched off, nothing is read, earned or used, and what was used stays off the price', async () => {
  const acme = await rewards.newCustomer();
  await rewards.adjust(acme, 100);
  const id = await rewards.quote(acme);
  await rewards.redeem(id, 100);
  const off = await app.sibling({ REWARDS_POINTS_PER_UNIT: '0' });
  const answers = [
    await rewards.read({}, 'customer1', off),
    await rewards.redeem(id, 1, { app: off }),
    await rewards.takeBack(id, { app: off }),
    await rewards.adjust(acme, 1, { app: off }),
  ];
  for (const answer of answers) {
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    expect(answer.errors[0]?.message).toBe('Rewards are switched off in this portal.');
  }
  await rewards.deliver(acme, '100.00', { app: off });
  const query = '{ portal { features } quotes { nodes { payableAmount customer { rewards { balance } } } } }';
  const { data } = await off.ask<{ portal: { features: string[] }; quotes: unknown }, object>(
    query,
    {},
    'admin1',
  );
  expect(data?.portal.features).not.toContain('REWARDS');
  expect(data?.quotes).toMatchObject({
    nodes: expect.arrayContaining([{ payableAmount: '87.00', customer: { rewards: null } }]),
  });
  await off.ask(RejectQuoteDocument, { id }, 'customer1');
  await off.stop();
  expect((await rewards.ledger(acme)).map(({ balance }) => balance)).toEqual([100, 0, 100]);
});

test('pages and nested fields of many customers take as many queries as those of one', async () => {
  const acme = await rewards.newCustomer();
  for (const points of [1, 2, 3, -4]) await rewards.adjust(acme, points);
  const id = await rewards.quote(acme);
  await rewards.redeem(id, 2);
  const [first, last] = [await rewards.must({ first: 3 }), await rewards.must({ last: 1 })];
  expect(first.entries.nodes.map(({ balance }) => balance)).toEqual([0, 2, 6]);
  expect(first.entries.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(last.entries.nodes.map(({ balance }) => balance)).toEqual([1]);
  const next = await rewards.must({ after: first.entries.pageInfo.endCursor });
  expect(next.entries.nodes.map(({ balance }) => balance)).toEqual([3, 1]);
  const before = await rewards.must({ last: 2, before: next.entries.pageInfo.startCursor });
  expect(before.entries.nodes.map(({ balance }) => balance)).toEqual([2, 6]);
  const { entries } = await rewards.must({ filter: { kind: ['REDEEMED', 'EARNED'] } });
  expect([entries.totalCount, entries.nodes.map(({ points }) => points)]).toEqual([1, [-2]]);

  await rewards.deliver(acme, '10.00');
  // The points on quotes are asked for in one place of each: what two places ask for is one query or two, as it happens.
  const documents = [
    'rewards { balance value nextExpiry { on } entries(first: 5) { totalCount nodes { quote { reference rewardPoints } connote { number } by { name } } } }',
    'quotes(first: 5) { nodes { rewardPoints rewardDiscount payableAmount } }',
  ].map((fields) => `query ($first: Int) { customers(first: $first) { nodes { id ${fields} } } }`);
  const queriesFor = async (document: string, count: number) => {
    app.clear();
    const { data, errors } = await app.ask<{ customers: { nodes: unknown[] } }, object>(
      document,
      { first: count },
      'operations1',
    );
    expect([errors, data?.customers.nodes.length]).toEqual([[], count]);
    return app.databaseQueries.length;
  };
  for (const document of documents) expect(await queriesFor(document, 6)).toBe(await queriesFor(document, 1));
});

test('whatever happens to points at once ends as one after the other, and the ledger has no gaps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someActs, { minLength: 3, maxLength: 9 }), async (steps) => {
      const walk = await RewardWalk.start(rewards);
      for (const acts of [[{ kind: 'deliver' as const, amount: 60 }], ...steps]) await walk.atOnce(acts);
      const ledger = await rewards.ledger(walk.customerId);
      expect(ledger.map(({ ordinal }) => ordinal)).toEqual(ledger.map((_, index) => index + 1));
    }),
    // What happened at once once does not happen again as it did: there is nothing to shrink.
    { numRuns: 15, endOnFailure: true },
  );
});

test('the demo has points of its delivery, and a reset returns those on its quotes and earns no others', async () => {
  const settings = { DATABASE_URL: app.databaseUrl, REWARDS_POINTS_PER_UNIT: '1' };
  await rewards.newCustomer();
  const seed = (...options: string[]) => runCommand(['seed', ...options], { settings });
  expect((await seed()).code).toBe(0);
  const { balance, entries } = await rewards.must();
  expect([balance, entries.nodes[0]?.connote?.number]).toEqual([550, 'CN-TEST-004']);
  const idOf = async (reference: string) => {
    const [row] = await app.database('select id from quote where reference = $1', [reference]);
    return String(row?.['id']);
  };
  const [returned, booked] = [await idOf('QT-TEST-001'), await idOf('QT-TEST-006')];
  await rewards.redeem(returned, 100);
  await app.database("update quote set total_amount = 3, valid_until = '2999-12-31' where id = $1", [booked]);
  await rewards.redeem(booked, 100);
  await app.ask(ApproveQuoteDocument, { id: booked }, 'customer1');
  const { data } = await app.ask(BookShipmentDocument, { input: { quoteId: booked } }, 'customer1');
  expect(data?.bookShipment.connote.totalAmount).toBe('0.00');
  expect((await seed('--reset')).code).toBe(0);
  const after = await rewards.must();
  expect(
    after.entries.nodes.map(({ kind, points, quote, connote }) => [kind, points, quote, connote]),
  ).toEqual([
    ['RETURNED', 100, null, null],
    ['REDEEMED', -100, null, null],
    ['REDEEMED', -100, null, null],
    ['EARNED', 550, null, null],
  ]);
  const [connote] = await app.database('select total_amount, quote_id from connote where id = $1', [
    data?.bookShipment.connote.id,
  ]);
  expect(connote).toEqual({ total_amount: '3.00', quote_id: null });
});
