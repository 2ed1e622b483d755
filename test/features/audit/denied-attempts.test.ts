import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEntriesDocument, type AuditFilter } from '../../../schema/operations.generated.js';
import { actionsWith } from '../../../src/features/audit/audit-outcome.js';
import { appendMany } from '../../support/audit.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/**
 * What stands in the log of refusals, newest first, that wasn't there before.
 *
 * @param atLeast so many are waited for. The first refusal that leaves nothing of an answer sends it.
 */
async function denialsBy(work: () => Promise<unknown>, atLeast = 0) {
  const read = async () => {
    const filter = { actions: ['AUTHORIZATION_DENIED' as const] };
    const { data } = await app.ask(AuditEntriesDocument, { filter, first: 500 }, 'admin1');
    return data?.auditEntries.nodes ?? [];
  };
  const before = await read();
  await work();
  let after = before;
  await until(async () => {
    after = await read();
    return after.length >= before.length + atLeast;
  });
  return after.slice(0, after.length - before.length);
}

const codesOf = async (query: string, as: 'customer1' | 'driver1' | null) =>
  (await app.ask(query, {}, as)).errors.map((error) => error.extensions.code);

test("who tried what their role doesn't allow is known, with the address and the request", async () => {
  let requestId: string | null = null;
  const denials = await denialsBy(async () => {
    const { errors, headers } = await app.ask('{ x: portalUsers { totalCount } }', {}, 'customer1');
    expect(errors.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    requestId = headers.get('x-request-id');
  });
  expect(requestId).not.toBeNull();
  expect(denials).toEqual([
    expect.objectContaining({
      action: 'AUTHORIZATION_DENIED',
      actor: expect.objectContaining({ username: 'customer1' }),
      actorName: 'customer1',
      targetType: null,
      targetId: null,
      targetLabel: 'portalUsers',
      changes: [{ field: 'role', before: null, after: 'CUSTOMER' }],
      ip: '127.0.0.1',
      requestId,
    }),
  ]);
});

test('what was refused is found by its outcome, from an index, however long the log is', async () => {
  await app.ask('{ portalUsers { totalCount } }', {}, 'customer1');
  await appendMany(app, 5_000);
  const read = async (filter: AuditFilter, as: 'admin1' | 'operations1' = 'admin1') =>
    (await app.ask(AuditEntriesDocument, { filter, first: 50 }, as)).data?.auditEntries.nodes ?? [];
  const refused = await read({ outcome: 'DENIED' });
  expect(refused.length).toBeGreaterThan(0);
  expect([...new Set(refused.map(({ action }) => action))]).toEqual(['AUTHORIZATION_DENIED']);
  expect(new Set((await read({ outcome: 'ALLOWED' })).map(({ outcome }) => outcome))).toEqual(
    new Set(['ALLOWED']),
  );
  expect(await read({ outcome: 'DENIED', actions: ['LOGGED_OUT'] })).toEqual([]);
  expect(await read({ outcome: 'DENIED' }, 'operations1')).toEqual([]);
  await app.database('analyze audit_entry');
  for (const [outcome, actions] of [
    ['DENIED', actionsWith('DENIED')],
    ['ALLOWED', actionsWith('ALLOWED')],
  ] as const) {
    app.clear();
    await read({ outcome });
    const [sql = ''] = app.databaseQueries.filter((query) => query.includes('limit 51'));
    const plan = JSON.stringify(await app.database(`explain (format json) ${sql}`, actions));
    expect(plan).toContain('audit_entry_of_action');
    expect(plan).not.toContain('Seq Scan');
  }
});

test('the login that the attempt was at is named', async () => {
  const id = '00000000-0000-4000-8000-00000000000a';
  const denials = await denialsBy(() => codesOf(`{ portalUser(id: "${id}") { email } }`, 'driver1'));
  expect(denials).toMatchObject([
    {
      targetType: 'PORTAL_USER',
      targetId: id,
      targetLabel: 'portalUser',
      actorName: 'driver1',
    },
  ]);
});

test.each([
  ['CONNOTE', 'addConnoteNote', (id: string) => `addConnoteNote(id: "${id}", note: "x") { connote { id } }`],
  [
    'CONNOTE',
    'recordAttempt',
    (id: string) => `recordAttempt(input: { id: "${id}", reason: CLOSED }) { connote { id } }`,
  ],
  [
    'CONNOTE',
    'updateConnoteStatus',
    (id: string) => `updateConnoteStatus(input: { id: "${id}", to: CONFIRMED }) { connote { id } }`,
  ],
  [
    'QUOTE',
    'priceQuote',
    (id: string) => `priceQuote(input: { id: "${id}", totalAmount: "1" }) { quote { id } }`,
  ],
] as const)('the %s that %s was tried at is named', async (targetType, targetLabel, field) => {
  const targetId = '00000000-0000-4000-8000-00000000000b';
  const denials = await denialsBy(async () => {
    expect(await codesOf(`mutation { ${field(targetId.toUpperCase())} }`, 'customer1')).toEqual([
      'FORBIDDEN',
    ]);
  });
  expect(denials).toMatchObject([{ targetType, targetId, targetLabel, actorName: 'customer1' }]);
});

test('the quote that a booking was tried of is named', async () => {
  const targetId = '00000000-0000-4000-8000-00000000000c';
  const denials = await denialsBy(async () => {
    const booking = `mutation { bookShipment(input: { quoteId: "${targetId}" }) { connote { id } } }`;
    expect(await codesOf(booking, 'driver1')).toEqual(['FORBIDDEN']);
  });
  expect(denials).toMatchObject([{ targetType: 'QUOTE', targetId, targetLabel: 'bookShipment' }]);
});

test('what is refused below the root is known too, once for each field', async () => {
  const denials = await denialsBy(async () => {
    const nested =
      '{ viewer { erpCustomers { portalUsers { email } } user { auditEntries { totalCount } } } }';
    expect(new Set(await codesOf(nested, 'customer1'))).toEqual(new Set(['FORBIDDEN']));
  }, 2);
  expect(denials.map((entry) => entry.targetLabel).sort()).toEqual([
    'ErpCustomer.portalUsers',
    'PortalUser.auditEntries',
  ]);
});

test('a password that has yet to be changed hides no attempt', async () => {
  await app.tokenOf('driver1');
  await app.database("update portal_user set must_change_password = true where username = 'driver1'");
  const denials = await denialsBy(async () => {
    expect(await codesOf('{ portalUsers { totalCount } }', 'driver1')).toEqual(['FORBIDDEN']);
  });
  await app.database("update portal_user set must_change_password = false where username = 'driver1'");
  expect(denials.map((entry) => entry.targetLabel)).toEqual(['portalUsers']);
});

test('aliases within a request multiply nothing', async () => {
  const id = '00000000-0000-4000-8000-000000000000';
  const aliases = ['a', 'b', 'c'].map((alias) => `${alias}: portalUser(id: "${id}") { email }`);
  const denials = await denialsBy(async () => {
    expect(await codesOf(`{ ${aliases.join(' ')} }`, 'customer1')).toEqual(Array(3).fill('FORBIDDEN'));
  });
  expect(denials.map((entry) => entry.targetLabel)).toEqual(['portalUser']);
});

test("nobody's attempts are refused and not recorded: anybody could fill the log", async () => {
  const denials = await denialsBy(async () => {
    expect(await codesOf('{ portalUsers { totalCount } }', null)).toEqual(['UNAUTHENTICATED']);
  });
  expect(denials).toEqual([]);
});

describe('while nothing can be written down', () => {
  beforeAll(() => app.database('alter table audit_intake rename to elsewhere'));
  afterAll(() => app.database('alter table elsewhere rename to audit_intake'));

  test('the refusal stands, and the log of the service says that it is not in the audit log', async () => {
    app.log.length = 0;
    expect(await codesOf('{ portalUsers { totalCount } }', 'customer1')).toEqual(['FORBIDDEN']);
    expect(app.log.join('')).toMatch(/"field":"portalUsers".*a refused attempt could not be audited/);
  });

  test('what is in the audit log can still be read', async () => {
    const { data, errors } = await app.ask(AuditEntriesDocument, {}, 'admin1');
    expect(errors).toEqual([]);
    expect(data?.auditEntries.nodes.length).toBeGreaterThan(0);
    expect(app.log.join('')).toMatch(/the audit log could not be chained/);
  });
});
