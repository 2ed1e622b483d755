import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AddConnoteNoteDocument,
  CancelConnoteDocument,
  ChangePasswordDocument,
  ConnotesDocument,
  CopyConnoteDocument,
  PriceConnoteDocument,
  ProvisionPortalAccountDocument,
  RecordAttemptDocument,
} from '../../../schema/operations.generated.js';
import type { Accounts } from '../../support/accounts.js';
import {
  type As,
  aBooking,
  type Connotes,
  refusal,
  startFreight,
  storeBookable,
} from '../../support/connotes.js';
import { anEmail, Crm } from '../../support/crm.js';
import { codesOf, pathsOf, reasonsOf } from '../../support/quotes.js';
import type { DemoUser, TestApp } from '../../support/start-app.js';

const NOBODYS = '00000000-0000-4000-8000-000000000000';
let app: TestApp;
let crm: Crm;
let accounts: Accounts;
let connotes: Connotes;
/** The customers of customer1 and customer2. */
let acme: string;
let zenith: string;
let driver1: string;
let driver2: { id: string; token: string };

beforeAll(async () => {
  ({ app, crm, accounts, connotes, acme, zenith, driver1, driver2 } = await startFreight());
});
afterAll(() => app.stop());

const note = (id: string, text: string, as: As) => app.ask(AddConnoteNoteDocument, { id, note: text }, as);
const cancel = (id: string, as: As, text: string | null = null) =>
  app.ask(CancelConnoteDocument, { id, note: text }, as);
const attempt = (id: string, as: As) =>
  app.ask(RecordAttemptDocument, { input: { id, reason: 'CLOSED', note: 'Back at 9' } }, as);

test("a customer's freight is mailed to them, not to a driver whose login is linked to them", async () => {
  const crm = new Crm(app);
  const email = anEmail();
  const customerId = await crm.without({ email });
  const driver = await accounts.made({ role: 'DRIVER', customerId });
  await connotes.book({ customerId }, 'operations1');
  expect(await crm.mails(email)).toEqual(['CONNOTE_BOOKED']);
  expect(await crm.mails(driver.email)).toEqual(['WELCOME']);
});

test("an account that is provisioned for a customer sees that customer's freight, and nobody else's", async () => {
  const customerId = await new Crm(app).without({ email: anEmail() });
  const { number } = await connotes.book({ customerId }, 'operations1');
  const { data } = await app.ask(ProvisionPortalAccountDocument, { input: { customerId } }, 'operations1');
  const { temporaryPassword, portalAccount } = data?.provisionPortalAccount ?? {};
  const first = {
    token: await app.tokenOf(String(portalAccount?.user?.username), String(temporaryPassword)),
  };
  const listed = (as: As) => app.ask(ConnotesDocument, {}, as);
  expect(codesOf(await listed(first))).toEqual(['PASSWORD_CHANGE_REQUIRED']);
  const passwords = { currentPassword: String(temporaryPassword), newPassword: 'quiet herons stand in line' };
  const changed = await app.ask(ChangePasswordDocument, passwords, first);
  const own = await listed({ token: String(changed.data?.changePassword.accessToken) });
  expect(own.data?.connotes.nodes.map((node) => node.number)).toEqual([number]);
});

describe('a booking without a quote', () => {
  test('goes from draft to delivery: each step is told, dated and written down', async () => {
    const items = [
      { quantity: 3, weightKg: '10.5', lengthCm: '120', widthCm: '100', heightCm: '50.5' },
      { packaging: 'DRUM' as const, weightKg: '0.125' },
    ];
    const booked = await connotes.book({
      ...{ items, weightKg: null, draft: true, pickupOn: '2999-01-31', customerReference: ' PO 17 ' },
      instructions: 'Ring twice.\nGate 4.',
    });
    const { id, number } = booked;
    expect(booked).toMatchObject({
      ...{ number: expect.stringMatching(/^CN-\d{6}$/), status: 'DRAFT', totalAmount: '0.00' },
      allowedTransitions: ['PENDING', 'CANCELLED'],
    });
    await connotes.move({ id, to: 'PENDING' }, 'customer1');
    const priced = await connotes.price(id, '1250.5');
    expect(priced.data?.priceConnote.connote.totalAmount).toBe('1250.50');
    await connotes.move({ id, to: 'CONFIRMED', estimatedDeliveryOn: '2999-02-02' }, 'admin1');
    await connotes.move({ id, to: 'ALLOCATED', from: 'CONFIRMED', driverId: driver2.id }, 'operations1');
    await connotes.move({ id, to: 'ALLOCATED', driverId: driver1, note: 'Dana is ill' }, 'operations1');
    await connotes.move({ id, to: 'IN_TRANSIT', estimatedDeliveryOn: '2999-02-03' }, 'driver1');
    expect(codesOf(await attempt(id, 'driver1'))).toEqual([]);
    expect(codesOf(await note(id, 'On pallet 7', 'warehouse1'))).toEqual([]);
    const delivered = await connotes.move(
      { id, to: 'DELIVERED', proof: { receivedBy: ' Kim Doe ' } },
      'driver1',
    );
    expect(delivered.data?.updateConnoteStatus.connote).toMatchObject({
      ...{ status: 'DELIVERED', allowedTransitions: [] },
    });

    const seen = await connotes.must(id, 'customer1');
    expect(seen).toMatchObject({
      ...{ number, status: 'DELIVERED', service: 'STANDARD', currency: 'AUD', quote: null },
      ...{ weightKg: '31.625', cubicWeightKg: '454.5', chargeableWeightKg: '454.5' },
      ...{ customerReference: 'PO 17', pickupOn: '2999-01-31', instructions: 'Ring twice.\nGate 4.' },
      ...{ estimatedDeliveryOn: '2999-02-03', totalAmount: '1250.50', driver: { id: driver1 } },
      ...{ customer: { id: acme }, pickup: { contactName: 'Pat' } },
      trackingUrl: expect.stringMatching(/\/track\/[\w-]{32}$/),
    });
    expect(seen.events.map(({ kind, from, to, by }) => [kind, from, to, by?.name])).toEqual([
      ['STATUS', null, 'DRAFT', 'customer1'],
      ['STATUS', 'DRAFT', 'PENDING', 'customer1'],
      ['PRICE', 'PENDING', 'PENDING', 'operations1'],
      ['STATUS', 'PENDING', 'CONFIRMED', 'admin1'],
      ['STATUS', 'CONFIRMED', 'ALLOCATED', 'operations1'],
      ['DRIVER', 'ALLOCATED', 'ALLOCATED', 'operations1'],
      ['STATUS', 'ALLOCATED', 'IN_TRANSIT', 'driver1'],
      ['ATTEMPT', 'IN_TRANSIT', 'IN_TRANSIT', 'driver1'],
      ['NOTE', 'IN_TRANSIT', 'IN_TRANSIT', 'warehouse1'],
      ['STATUS', 'IN_TRANSIT', 'DELIVERED', 'driver1'],
    ]);
    expect(seen.attempts).toMatchObject([{ reason: 'CLOSED', note: 'Back at 9', by: { name: 'driver1' } }]);
    expect(seen.deliveredAt).toBe(seen.events.at(-1)?.at);
    const trail = await connotes.trail(id);
    expect(trail.map(({ action, target }) => [action, target])).toEqual(
      [
        'BOOKED',
        'STATUS_CHANGED',
        'PRICED',
        'STATUS_CHANGED',
        'STATUS_CHANGED',
        'STATUS_CHANGED',
        'STATUS_CHANGED',
      ]
        .concat(['ATTEMPTED', 'NOTED', 'STATUS_CHANGED'])
        .map((what) => [`CONNOTE_${what}`, number]),
    );
    expect(trail[5]?.facts).toEqual({ driverId: driver1 });
    expect(await connotes.subjects(number)).toEqual([
      `Shipment ${number} is booked`,
      `Shipment ${number}: the price is set`,
      `Shipment ${number}: confirmed`,
      `Shipment ${number}: picked up and on its way`,
      `Shipment ${number}: it could not be delivered yet`,
      `Shipment ${number}: delivered`,
    ]);
    const mails = await app.mailsTo('customer1@demo.example', 6);
    const failed = mails.find(({ subject }) => subject?.includes('could not'));
    expect(failed?.text).toContain(
      'Why: it was closed\nDelivery expected on: 3 February 2999\nNote: Back at 9',
    );
    for (const { text } of mails.slice(0, 6)) expect(text).toContain(`${seen.trackingUrl}\n`);
    const [proof] = await app.database('select * from delivery_proof where connote_id = $1', [id]);
    expect(proof).toMatchObject({ received_by: 'Kim Doe', by_id: driver1, signature_key: null });
  });

  test.each<[string, Parameters<typeof aBooking>[0], string[]]>([
    ['no address', { pickup: null, delivery: null }, ['input.pickup', 'input.delivery']],
    ['a suburb of blanks', { pickup: { suburb: ' ', state: 'NSW' } }, ['input.pickup.suburb']],
    ['neither weight nor items', { weightKg: null }, ['input.weightKg']],
    ['no weight at all', { weightKg: '0' }, ['input.weightKg']],
    ['a day that has passed', { pickupOn: '2020-01-01' }, ['input.pickupOn']],
    ['a long reference', { customerReference: 'x'.repeat(101) }, ['input.customerReference']],
    ['long instructions', { instructions: 'x'.repeat(1_001) }, ['input.instructions']],
    ['a control character', { instructions: 'a\u0007' }, ['input.instructions']],
  ])('with %s is refused with the field named', async (_what, wrong, paths) => {
    const before = await app.database('select count(*)::int as n from connote');
    const answer = await connotes.tryBook(aBooking(wrong));
    expect([codesOf(answer), pathsOf(answer)]).toEqual([['BAD_USER_INPUT'], paths]);
    expect(await app.database('select count(*)::int as n from connote')).toEqual(before);
  });

  test('is for the own customer, whom staff must name; another’s is as unknown as nobody’s', async () => {
    const own = await connotes.book({ customerId: acme });
    expect((await connotes.must(own.id)).customer.id).toBe(acme);
    for (const customerId of [zenith, NOBODYS]) {
      const answer = await connotes.tryBook(aBooking({ customerId }));
      expect(refusal(answer)).toEqual([
        ['NOT_FOUND', `input.customerId: found "${customerId}", one that no customer has`],
      ]);
    }
    const unnamed = await connotes.tryBook(aBooking(), 'operations1');
    expect([codesOf(unnamed), pathsOf(unnamed)]).toEqual([['BAD_USER_INPUT'], ['input.customerId']]);
    expect(codesOf(await connotes.tryBook(aBooking({ customerId: NOBODYS }), 'operations1'))).toEqual([
      'NOT_FOUND',
    ]);
    const unlinked = await connotes.tryBook(aBooking(), 'customerall');
    expect([codesOf(unlinked), pathsOf(unlinked)]).toEqual([['BAD_USER_INPUT'], ['input.customerId']]);
    for (const role of ['driver1', 'warehouse1'] as const) {
      expect(codesOf(await connotes.tryBook(aBooking(), role))).toEqual(['FORBIDDEN']);
    }
  });

  test('is priced once by staff at a time, until it is confirmed, and can’t be confirmed before', async () => {
    const { id, number, version } = await connotes.book();
    const early = await connotes.move({ id, to: 'CONFIRMED' }, 'operations1');
    expect(refusal(early)).toEqual([
      ['CONFLICT', expect.stringContaining(`${number} in the status PENDING`)],
    ]);
    expect(refusal(early)[0]?.[1]).toContain('no price yet');
    expect((await connotes.must(id)).allowedTransitions).toEqual(['CANCELLED']);
    for (const amount of ['0', '-1', '1.005', '1000000000000']) {
      const answer = await connotes.price(id, amount);
      expect([codesOf(answer), pathsOf(answer)]).toEqual([['BAD_USER_INPUT'], ['input.totalAmount']]);
    }
    for (const as of ['customer1', 'driver1', 'warehouse1'] as const) {
      const input = { id, totalAmount: '1' };
      expect(codesOf(await app.ask(PriceConnoteDocument, { input }, as))).toEqual(['FORBIDDEN']);
    }
    await connotes.price(id, '450', version);
    expect(codesOf(await connotes.price(id, '1', version))).toEqual(['CONFLICT']);
    const again = await connotes.price(id, '450.00');
    expect(again.data?.priceConnote.connote.version).toBe(version + 1);
    await connotes.price(id, '999999999999.99', version + 1);
    await connotes.move({ id, to: 'CONFIRMED' }, 'operations1');
    const late = await connotes.price(id, '1');
    expect(refusal(late)).toEqual([
      ['CONFLICT', `input.id: found ${number} in the status CONFIRMED; wanted DRAFT or PENDING`],
    ]);
    expect(reasonsOf(late)).toEqual([
      {
        reason: 'WRONG_STATUS',
        params: { of: 'CONNOTE', status: 'CONFIRMED', wanted: ['DRAFT', 'PENDING'] },
      },
    ]);
    const { totalAmount, events } = await connotes.must(id);
    expect(totalAmount).toBe('999999999999.99');
    expect(events.filter(({ kind }) => kind === 'PRICE')).toHaveLength(2);
  });
});

describe('an approved quote', () => {
  test('is booked once, at its own price, on its own lane', async () => {
    const quoteId = await storeBookable(app, acme);
    const delivery = { suburb: 'darwin', state: 'nt', street: '2 The Mall', contactName: 'Jo' };
    const answer = await connotes.tryBook({ quoteId, delivery, customerId: acme });
    const { id = '', number } = answer.data?.bookShipment.connote ?? {};
    const seen = await connotes.must(id, 'customer1');
    expect(seen).toMatchObject({
      ...{
        status: 'PENDING',
        totalAmount: '1300.00',
        currency: 'NZD',
        service: 'EXPRESS',
        quote: { id: quoteId },
      },
      ...{ weightKg: '101.0', items: [{ packaging: 'PALLET', quantity: 2 }], customerReference: 'PO 17' },
      pickup: { suburb: 'Perth', state: 'WA', postcode: '6000' },
      delivery: { suburb: 'Darwin', state: 'NT', postcode: null, street: '2 The Mall', contactName: 'Jo' },
    });
    const again = await connotes.tryBook({ quoteId });
    expect(refusal(again)).toEqual([['CONFLICT', expect.stringContaining(`is booked as ${number}`)]]);
    expect(reasonsOf(again)).toEqual([{ reason: 'TAKEN', params: { by: number } }]);
    const quote = await app.ask<{ quote: unknown }, object>(
      `{ quote(id: "${quoteId}") { allowedActions connote { id number } } }`,
      {},
      'customer1',
    );
    expect(quote.data?.quote).toEqual({ allowedActions: [], connote: { id, number } });
    const repriced = await connotes.price(id, '1');
    expect(refusal(repriced)).toEqual([['CONFLICT', expect.stringContaining('price is that of its quote')]]);
    expect(codesOf(await connotes.move({ id, to: 'CONFIRMED' }, 'operations1'))).toEqual([]);
  });

  test('can’t be changed by booking it', async () => {
    const quoteId = await storeBookable(app, acme);
    const answer = await connotes.tryBook({
      ...{ quoteId, weightKg: '1', items: [], service: 'ECONOMY', customerId: zenith },
      pickup: { suburb: 'Sydney', state: 'WA', postcode: '6001' },
      delivery: { suburb: 'Darwin', state: 'NT', country: 'NZ' },
    });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(pathsOf(answer)).toEqual([
      ...['input.weightKg', 'input.items', 'input.service', 'input.customerId'],
      ...['input.pickup.suburb', 'input.pickup.postcode', 'input.delivery.country'],
    ]);
  });

  test('of another customer is as unknown as nobody’s, and one in another status is a conflict', async () => {
    const others = await storeBookable(app, zenith);
    for (const quoteId of [others, NOBODYS]) {
      const answer = await connotes.tryBook({ quoteId });
      expect(refusal(answer)).toEqual([
        ['NOT_FOUND', `input.quoteId: found "${quoteId}", which no quote has`],
      ]);
    }
    for (const status of ['QUOTED', 'REJECTED', 'EXPIRED']) {
      const quoteId = await storeBookable(app, acme, status);
      const answer = await connotes.tryBook({ quoteId });
      expect(refusal(answer)).toEqual([['CONFLICT', expect.stringContaining(`in the status ${status}`)]]);
    }
    const quoteId = await storeBookable(app, acme);
    expect(codesOf(await connotes.tryBook({ quoteId }, 'operations1'))).toEqual([]);
  });
});

describe('a step', () => {
  test('that the role never makes is forbidden, even for a connote that nobody has', async () => {
    const refused = {
      customer1: ['CONFIRMED', 'ALLOCATED', 'IN_TRANSIT', 'DELIVERED'],
      operations1: ['IN_TRANSIT', 'DELIVERED'],
      driver1: ['PENDING', 'CONFIRMED', 'ALLOCATED', 'CANCELLED'],
      warehouse1: ['PENDING', 'CONFIRMED', 'ALLOCATED', 'IN_TRANSIT', 'DELIVERED', 'CANCELLED'],
    } as const;
    for (const [as, statuses] of Object.entries(refused)) {
      for (const to of statuses) {
        expect(codesOf(await connotes.move({ id: NOBODYS, to }, as as DemoUser))).toEqual(['FORBIDDEN']);
      }
    }
  });

  test('from another status than the caller saw is a conflict that names the status', async () => {
    const { id, number } = await connotes.reach('CONFIRMED');
    const late = await connotes.move({ id, to: 'CANCELLED', from: 'PENDING' }, 'operations1');
    expect(refusal(late)).toEqual([
      ['CONFLICT', `input.from: found ${number} in the status CONFIRMED; wanted PENDING`],
    ]);
    const again = await connotes.move({ id, to: 'CONFIRMED' }, 'operations1');
    expect(refusal(again)).toEqual([
      ['CONFLICT', expect.stringContaining(`${number} in the status CONFIRMED`)],
    ]);
    for (const as of ['customer1', 'admin1', 'warehouse1'] as const) {
      expect(refusal(await connotes.move({ id, to: 'DRAFT' }, as))).toEqual([
        ['CONFLICT', expect.stringContaining(`${number} in the status CONFIRMED`)],
      ]);
    }
    const gone = await connotes.reach('IN_TRANSIT');
    expect(refusal(await cancel(gone.id, 'customer1'))).toEqual([
      ['CONFLICT', expect.stringMatching(/^id: .* in the status IN_TRANSIT/)],
    ]);
  });

  test.each<[string, Omit<Parameters<Connotes['move']>[0], 'id'>, string]>([
    ['an allocation to nobody', { to: 'ALLOCATED' }, 'input.driverId'],
    ['an allocation to no driver', { to: 'ALLOCATED', driverId: NOBODYS }, 'input.driverId'],
    ['a driver for another step', { to: 'CANCELLED', driverId: NOBODYS }, 'input.driverId'],
    [
      'a day of delivery for a cancellation',
      { to: 'CANCELLED', estimatedDeliveryOn: '2999-01-01' },
      'input.estimatedDeliveryOn',
    ],
    [
      'a day of delivery that has passed',
      { to: 'CONFIRMED', estimatedDeliveryOn: '2020-01-01' },
      'input.estimatedDeliveryOn',
    ],
    ['a long note', { to: 'CANCELLED', note: 'x'.repeat(1_001) }, 'input.note'],
    ['a proof without a delivery', { to: 'CANCELLED', proof: { receivedBy: 'Kim' } }, 'input.proof'],
  ])('with %s is refused with the field named', async (_what, input, path) => {
    const { id } = await connotes.reach('CONFIRMED');
    const answer = await connotes.move({ id, ...input }, 'operations1');
    expect([codesOf(answer), pathsOf(answer)]).toEqual([['BAD_USER_INPUT'], [path]]);
    expect((await connotes.must(id)).status).toBe('CONFIRMED');
  });

  test('from another version than the caller saw is a conflict, even where the status is the same', async () => {
    const { id } = await connotes.reach('ALLOCATED');
    const { version } = await connotes.must(id);
    const to = 'ALLOCATED';
    const seen = { id, version, from: to } as const;
    const moved = await connotes.move({ ...seen, to, driverId: driver2.id }, 'admin1');
    expect(codesOf(moved)).toEqual([]);
    const found = `found version ${version}; the connote has changed and is now at version ${version + 1}, in the status ALLOCATED`;
    const third = await accounts.made({ role: 'DRIVER' });
    expect(refusal(await connotes.move({ ...seen, to, driverId: third.id }, 'operations1'))).toEqual([
      ['CONFLICT', `input.version: ${found}`],
    ]);
    expect(refusal(await connotes.move({ ...seen, to: 'IN_TRANSIT' }, driver2))).toEqual([
      ['CONFLICT', `input.version: ${found}`],
    ]);
    const cancelled = (as: As, at: number) =>
      app.ask(CancelConnoteDocument, { id, note: null, version: at }, as);
    expect(refusal(await cancelled('operations1', version))).toEqual([['CONFLICT', `version: ${found}`]]);
    expect((await connotes.must(id)).driver?.id).toBe(driver2.id);
    expect(codesOf(await cancelled('driver1', version))).toEqual(['FORBIDDEN']);
    expect(codesOf(await connotes.move({ ...seen, to: 'IN_TRANSIT' }, 'driver1'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await note(id, 'A note is not a change', 'operations1'))).toEqual([]);
    expect(codesOf(await cancelled('operations1', version + 1))).toEqual([]);
  });

  test('by a customer who saw another price is a conflict, as it is for whoever confirms it', async () => {
    const { id } = await connotes.reach('DRAFT');
    const { version } = await connotes.must(id, 'customer1');
    await connotes.price(id, '99');
    const submitted = await connotes.move({ id, version, to: 'PENDING' }, 'customer1');
    expect([codesOf(submitted), pathsOf(submitted)]).toEqual([['CONFLICT'], ['input.version']]);
    const priced = await connotes.must(id, 'customer1');
    await connotes.move({ id, version: priced.version, to: 'PENDING' }, 'customer1');
    const seen = await connotes.must(id);
    await connotes.price(id, '9.90');
    const confirmed = await connotes.move({ id, version: seen.version, to: 'CONFIRMED' }, 'operations1');
    expect([codesOf(confirmed), pathsOf(confirmed)]).toEqual([['CONFLICT'], ['input.version']]);
    expect((await connotes.must(id)).status).toBe('PENDING');
  });

  test('allocates to active drivers only, and reallocates to another', async () => {
    const { id } = await connotes.reach('CONFIRMED');
    const idle = await accounts.made({ role: 'DRIVER' });
    await app.database('update portal_user set active = false where id = $1', [idle.id]);
    for (const driverId of [idle.id, await accounts.idOf('warehouse1')]) {
      const answer = await connotes.move({ id, to: 'ALLOCATED', driverId }, 'operations1');
      expect([codesOf(answer), pathsOf(answer)]).toEqual([['BAD_USER_INPUT'], ['input.driverId']]);
    }
    await connotes.move({ id, to: 'ALLOCATED', driverId: driver1 }, 'operations1');
    const same = await connotes.move({ id, to: 'ALLOCATED', driverId: driver1 }, 'operations1');
    expect(refusal(same)).toEqual([['CONFLICT', expect.stringContaining('in the status ALLOCATED')]]);
    expect(reasonsOf(same)).toEqual([{ reason: 'SAME_AS_BEFORE' }]);
    expect(await connotes.read(id, 'driver1')).not.toBeNull();
    await connotes.move({ id, to: 'ALLOCATED', driverId: driver2.id }, 'operations1');
    expect(await connotes.read(id, 'driver1')).toBeNull();
    expect(codesOf(await connotes.move({ id, to: 'IN_TRANSIT' }, 'driver1'))).toEqual(['NOT_FOUND']);
    expect((await connotes.must(id, driver2)).allowedTransitions).toEqual(['IN_TRANSIT']);
  });

  test('cancels up to the allocation for a customer, up to the pickup for staff, and tells the customer', async () => {
    const allocated = await connotes.reach('ALLOCATED');
    expect(codesOf(await cancel(allocated.id, 'customer1'))).toEqual(['CONFLICT']);
    expect(codesOf(await cancel(allocated.id, 'operations1', 'No truck'))).toEqual([]);
    const { events, allowedTransitions } = await connotes.must(allocated.id, 'customer1');
    expect(events.at(-1)).toMatchObject({ from: 'ALLOCATED', to: 'CANCELLED', note: 'No truck' });
    expect(allowedTransitions).toEqual([]);
    expect((await connotes.trail(allocated.id)).at(-1)?.action).toBe('CONNOTE_CANCELLED');
    const { id, number } = await connotes.reach('CONFIRMED');
    expect(codesOf(await cancel(id, 'customer1'))).toEqual([]);
    expect((await connotes.subjects(number)).at(-1)).toBe(`Shipment ${number}: cancelled`);
    for (const as of ['driver1', 'warehouse1'] as const)
      expect(codesOf(await cancel(id, as))).toEqual(['FORBIDDEN']);
  });

  test('that can’t be audited doesn’t happen, and nobody is told', async () => {
    const { id, number } = await connotes.reach('CONFIRMED');
    const before = [await connotes.must(id), await connotes.subjects(number)];
    await accounts.withoutAudit(async () => {
      expect(codesOf(await cancel(id, 'operations1'))).toEqual(['INTERNAL_SERVER_ERROR']);
    });
    expect([await connotes.must(id), await connotes.subjects(number)]).toEqual(before);
  });
});

test('notes and failed deliveries leave the connote as it is, and need its scope', async () => {
  const pending = await connotes.reach('PENDING');
  expect(codesOf(await note(pending.id, 'Seen', 'warehouse1'))).toEqual(['NOT_FOUND']);
  expect(codesOf(await note(pending.id, 'Seen', 'driver1'))).toEqual(['NOT_FOUND']);
  expect(codesOf(await note(pending.id, 'Seen', 'customer1'))).toEqual(['FORBIDDEN']);
  expect(codesOf(await note(pending.id, ' ', 'operations1'))).toEqual(['BAD_USER_INPUT']);
  expect(refusal(await attempt(pending.id, 'operations1'))).toEqual([
    ['CONFLICT', `input.id: found ${pending.number} in the status PENDING; wanted IN_TRANSIT`],
  ]);
  const { id } = await connotes.reach('IN_TRANSIT');
  const { version, updatedAt } = await connotes.must(id);
  expect(codesOf(await attempt(id, driver2))).toEqual(['NOT_FOUND']);
  expect(codesOf(await attempt(id, 'customer1'))).toEqual(['FORBIDDEN']);
  expect(codesOf(await attempt(id, 'admin1'))).toEqual([]);
  expect(codesOf(await note(id, 'Half way', 'driver1'))).toEqual([]);
  expect(await connotes.must(id)).toMatchObject({ status: 'IN_TRANSIT', version, updatedAt });
});

describe('there is a limit', () => {
  test('to the connotes of a customer that are not confirmed, however they are booked, and cancelling makes no room', async () => {
    const customerId = await crm.without({ company: 'Bulk' });
    await app.database(
      `insert into connote (customer_id, number, status, service, pickup, delivery, items, weight_kg,
         chargeable_weight_kg, currency, tracking_token, created_at)
       select $1, 'CN-BULK-' || n, 'DRAFT', 'STANDARD', '{"suburb": "A"}', '{"suburb": "B"}', '[]', 1, 1, 'AUD',
         'bulk ' || n, now() - interval '2 days' from generate_series(1, 999) n`,
      [customerId],
    );
    const quoteId = await storeBookable(app, customerId);
    const book = () => connotes.tryBook(aBooking({ customerId }), 'operations1');
    const tooMany = (path: string) => [
      'CONFLICT',
      `${path}: found 1000 connotes of this customer that are not confirmed, or were booked within 24 hours and cancelled; wanted fewer than 1000`,
    ];
    const both = await Promise.all([book(), book()]);
    expect(both.flatMap(refusal)).toEqual([tooMany('input.customerId')]);
    const { id = '' } = both.flatMap(({ data }) => data?.bookShipment.connote ?? [])[0] ?? {};
    const copied = await app.ask(CopyConnoteDocument, { id }, 'operations1');
    expect(refusal(copied)).toEqual([tooMany('id')]);
    expect(refusal(await connotes.tryBook({ quoteId }, 'operations1'))).toEqual([tooMany('input.quoteId')]);
    expect(codesOf(await connotes.tryBook(aBooking({ customerId: zenith }), 'operations1'))).toEqual([]);
    expect(codesOf(await cancel(id, 'operations1'))).toEqual([]);
    expect(refusal(await book())).toEqual([tooMany('input.customerId')]);
    await app.database("update connote set created_at = now() - interval '25 hours' where id = $1", [id]);
    expect([await book(), await book()].flatMap(refusal)).toEqual([tooMany('input.customerId')]);
    await app.database(
      "update connote set status = 'CONFIRMED', total_amount = 1 where number = 'CN-BULK-1'",
    );
    expect(refusal(await connotes.tryBook({ quoteId }, 'operations1'))).toEqual([]);
  });

  test('to the events that leave the status: 100 notes, and 30 of each other kind', async () => {
    const [priced, moving, allocated] = [
      await connotes.reach('PENDING'),
      await connotes.reach('IN_TRANSIT'),
      await connotes.reach('ALLOCATED'),
    ];
    const until = (id: string, kind: string, count: number) =>
      app.database(
        `insert into connote_event (connote_id, kind, from_status, to_status, reason, at)
         select $1, $2, 'PENDING', 'PENDING', case when $2 = 'ATTEMPT' then 'OTHER' end, now()
         from generate_series(1, $3 - (select count(*) from connote_event where connote_id = $1 and kind = $2))`,
        [id, kind, count],
      );
    await until(moving.id, 'NOTE', 99);
    expect(codesOf(await note(moving.id, 'The last one', 'warehouse1'))).toEqual([]);
    const before = await connotes.trail(moving.id);
    expect(refusal(await note(moving.id, 'One more', 'warehouse1'))).toEqual([
      ['CONFLICT', `id: found ${moving.number} with 100 notes; wanted fewer than 100`],
    ]);
    expect(await connotes.trail(moving.id)).toEqual(before);
    await until(moving.id, 'ATTEMPT', 29);
    expect(codesOf(await attempt(moving.id, 'driver1'))).toEqual([]);
    expect(refusal(await attempt(moving.id, 'driver1'))).toEqual([
      ['CONFLICT', `input.id: found ${moving.number} with 30 failed deliveries; wanted fewer than 30`],
    ]);
    await until(priced.id, 'PRICE', 30);
    expect(refusal(await connotes.price(priced.id, '1'))).toEqual([
      ['CONFLICT', `input.id: found ${priced.number} with 30 changes of its price; wanted fewer than 30`],
    ]);
    await until(allocated.id, 'DRIVER', 30);
    const toAnother = { id: allocated.id, to: 'ALLOCATED', driverId: driver2.id } as const;
    expect(refusal(await connotes.move(toAnother, 'operations1'))).toEqual([
      ['CONFLICT', `input.id: found ${allocated.number} with 30 changes of its driver; wanted fewer than 30`],
    ]);
    expect(
      codesOf(
        await connotes.move({ id: moving.id, to: 'DELIVERED', proof: { receivedBy: 'Kim' } }, 'driver1'),
      ),
    ).toEqual([]);
  });
});

test('a copy is a draft of the same shipment without days, price and quote', async () => {
  const quoteId = await storeBookable(app, acme);
  const { data } = await connotes.tryBook({ quoteId, pickupOn: '2999-01-01', instructions: 'Ring' });
  const id = data?.bookShipment.connote.id ?? '';
  const copy = await app.ask(CopyConnoteDocument, { id }, 'customer1');
  const first = await connotes.must(id);
  const { service, weightKg, chargeableWeightKg, pickup, delivery, items, instructions } = first;
  expect(await connotes.must(copy.data?.copyConnote.connote.id ?? '', 'customer1')).toMatchObject({
    ...{ service, weightKg: '101', pickup, delivery, items, instructions, customer: first.customer },
    ...{ status: 'DRAFT', totalAmount: '0.00', currency: 'AUD', quote: null, pickupOn: null },
    customerReference: null,
  });
  expect([weightKg, chargeableWeightKg]).toEqual(['101.0', '101.0']);
  expect(codesOf(await app.ask(CopyConnoteDocument, { id }, 'customer2'))).toEqual(['NOT_FOUND']);
  expect(codesOf(await app.ask(CopyConnoteDocument, { id }, 'driver1'))).toEqual(['FORBIDDEN']);
});
