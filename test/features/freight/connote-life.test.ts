import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CancelConnoteDocument } from '../../../schema/operations.generated.js';
import { ConnoteModel, DEEDS, type Deed, PEOPLE, type Person } from '../../support/connote-model.js';
import { type As, type Connotes, refusal, startFreight, storeBookable } from '../../support/connotes.js';
import { demoDatabase } from '../../support/demo-database.js';
import { codesOf } from '../../support/quotes.js';
import type { TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

let app: TestApp;
let connotes: Connotes;
let acme: string;
let drivers: Record<'driver1' | 'driver2', string>;
let askers: Record<Person, As>;
/** A connection that holds rows, so that requests meet at them. */
let gate: pg.Client;

beforeAll(async () => {
  const local = await demoDatabase();
  const freight = await startFreight({ FREIGHT_REQUIRE_PROOF: 'true' }, local);
  ({ app, connotes, acme } = freight);
  drivers = { driver1: freight.driver1, driver2: freight.driver2.id };
  askers = {
    ...{ customer1: 'customer1', customer2: 'customer2', operations1: 'operations1', admin1: 'admin1' },
    ...{ driver1: 'driver1', driver2: freight.driver2, warehouse1: 'warehouse1' },
  };
  gate = new pg.Client(local.url);
  await gate.connect();
});
afterAll(async () => {
  await gate.end();
  await app.stop();
});

/** Does what somebody tries, through GraphQL. @returns the code of the refusal, or null */
async function attempt(id: string, person: Person, deed: Deed): Promise<string | null> {
  const { answer, variables } = deed.toRequest(id, drivers);
  const [code = null] = codesOf(await app.ask(answer, variables, askers[person]));
  return code;
}

/** That somebody sees the connote, and is offered the steps, as the model says. */
async function assertSeen(id: string, person: Person, model: ConnoteModel): Promise<void> {
  const seen = await connotes.read(id, askers[person]);
  const offered = seen && [seen.status, seen.allowedTransitions];
  const expected = model.sees(person) ? [model.status, model.allowed(person)] : null;
  expect([person, offered]).toEqual([person, expected]);
}

/** The status that the audit log leads to, and how many changes it has. */
async function audited(id: string) {
  const trail = (await connotes.trail(id)).filter(({ action }) => action !== 'AUTHORIZATION_DENIED');
  const statuses = trail.flatMap(({ facts }) => ('status' in facts ? [facts['status']] : []));
  return { status: statuses.at(-1), entries: trail.length };
}

test('a connote only takes steps that the table has, whoever tries what in any order', async () => {
  const step = fc.record({
    person: fc.constantFrom(...PEOPLE),
    deed: fc.constantFrom(...DEEDS),
    // Otherwise hardly a connote would get as far as a delivery.
    along: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      const { id } = await connotes.book({ draft: true });
      const model = new ConnoteModel();
      for (const { along, ...random } of steps) {
        const { person, deed } = (along && model.stepAlong()) || random;
        const before = model.status;
        const expected = model.attempt(person, deed);
        const code = await attempt(id, person, deed);
        expect([person, deed.name, code]).toEqual([person, deed.name, expected]);
        const changed = model.status !== before;
        await Promise.all((changed ? PEOPLE : [person]).map((one) => assertSeen(id, one, model)));
      }
      const { status, events, driver, totalAmount } = await connotes.must(id);
      expect({ status, driver: driver?.id ?? null, priced: totalAmount !== '0.00' }).toEqual({
        ...{ status: model.status, priced: model.priced },
        driver: model.driver && drivers[model.driver],
      });
      expect(events.map(({ kind, from, to }) => [kind, from, to])).toEqual(model.events);
      expect(await audited(id)).toEqual({ status: model.status, entries: model.events.length });
    }),
    { numRuns: 10 },
  );
});

describe('at the same moment', () => {
  /** Has requests wait for a row at once, and then lets them go. */
  async function meetAt<T>(table: string, id: string, requests: (() => Promise<T>)[]): Promise<T[]> {
    await gate.query('begin');
    await gate.query(`select from ${table} where id = $1 for update`, [id]);
    const answers = Promise.all(requests.map((request) => request()));
    await until(async () => {
      const { rowCount } = await gate.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rowCount === requests.length;
    });
    await gate.query('commit');
    return answers;
  }
  const refusals = (answers: Parameters<typeof refusal>[0][]) => answers.flatMap(refusal);
  const steps = async (id: string, to: string) =>
    (await connotes.must(id)).events.filter((event) => event.to === to).length;

  test.each(['driver1', 'driver2'] as const)(
    'two operators allocate one connote: one does, to driver1 and %s',
    async (second) => {
      const { id, number } = await connotes.reach('CONFIRMED');
      const allocate = (driver: 'driver1' | 'driver2', as: As) => () =>
        connotes.move({ id, to: 'ALLOCATED', driverId: drivers[driver] }, as);
      const answers = await meetAt('connote', id, [
        allocate('driver1', 'operations1'),
        allocate(second, 'admin1'),
      ]);
      expect(refusals(answers)).toEqual([
        ['CONFLICT', expect.stringMatching(new RegExp(`${number}.*status ALLOCATED`))],
      ]);
      expect(await steps(id, 'ALLOCATED')).toBe(1);
    },
  );

  test('two book one quote: one does, and the other is told the connote', async () => {
    const quoteId = await storeBookable(app, acme);
    const book = (as: As) => () => connotes.tryBook({ quoteId }, as);
    const answers = await meetAt('quote', quoteId, [book('customer1'), book('operations1')]);
    const rows = await app.database('select number from connote where quote_id = $1', [quoteId]);
    expect(rows).toHaveLength(1);
    expect(refusals(answers)).toEqual([
      ['CONFLICT', expect.stringContaining(`is booked as ${rows[0]?.['number']}`)],
    ]);
  });

  test('a driver delivers twice: once, with one proof', async () => {
    const { id } = await connotes.reach('IN_TRANSIT');
    const deliver = (receivedBy: string) => () =>
      connotes.move({ id, to: 'DELIVERED', proof: { receivedBy } }, 'driver1');
    const answers = await meetAt('connote', id, [deliver('Kim'), deliver('Lee')]);
    expect(refusals(answers)).toEqual([['CONFLICT', expect.stringContaining('status DELIVERED')]]);
    expect(await steps(id, 'DELIVERED')).toBe(1);
    const proofs = await app.database('select from delivery_proof where connote_id = $1', [id]);
    expect(proofs).toHaveLength(1);
  });

  test('a customer cancels what staff confirm: one of them does', async () => {
    const { id } = await connotes.reach('PENDING');
    await connotes.price(id);
    const answers = await meetAt<Parameters<typeof refusal>[0]>('connote', id, [
      () => app.ask(CancelConnoteDocument, { id }, 'customer1'),
      () => connotes.move({ id, to: 'CONFIRMED' }, 'operations1'),
    ]);
    const { status } = await connotes.must(id);
    expect(refusals(answers)).toEqual([['CONFLICT', expect.stringContaining(`status ${status}`)]]);
  });

  test('a connote is taken from the driver who picks it up: one of the two happens', async () => {
    const { id } = await connotes.reach('ALLOCATED');
    const answers = await meetAt('connote', id, [
      () => connotes.move({ id, to: 'ALLOCATED', driverId: drivers.driver2 }, 'operations1'),
      () => connotes.move({ id, to: 'IN_TRANSIT' }, 'driver1'),
    ]);
    const { status, driver } = await connotes.must(id);
    const [first] = answers.map(codesOf);
    expect(answers.map(codesOf)).toEqual(first?.length === 0 ? [[], ['NOT_FOUND']] : [['CONFLICT'], []]);
    expect([status, driver?.id]).toEqual(
      first?.length === 0 ? ['ALLOCATED', drivers.driver2] : ['IN_TRANSIT', drivers.driver1],
    );
  });

  test('staff set two prices: one holds, and the other is told', async () => {
    const { id } = await connotes.reach('PENDING');
    const answers = await meetAt('connote', id, [
      () => connotes.price(id, '1'),
      () => connotes.price(id, '2'),
    ]);
    expect(refusals(answers)).toEqual([['CONFLICT', expect.stringContaining('status PENDING')]]);
    expect(await steps(id, 'PENDING')).toBe(2);
  });
});
