import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditEntriesDocument } from '../../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** What stands in the log of refusals, newest first, that wasn't there before. */
async function denialsBy(work: () => Promise<unknown>) {
  const read = async () => {
    const filter = { actions: ['AUTHORIZATION_DENIED' as const] };
    const { data } = await app.ask(AuditEntriesDocument, { filter, first: 500 }, 'admin1');
    return data?.auditEntries.nodes ?? [];
  };
  const before = await read();
  await work();
  const after = await read();
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

test('the login that the attempt was at is named', async () => {
  const id = '00000000-0000-4000-8000-00000000000A';
  const denials = await denialsBy(() => codesOf(`{ portalUser(id: "${id}") { email } }`, 'driver1'));
  expect(denials).toMatchObject([
    {
      targetType: 'PORTAL_USER',
      targetId: id.toLowerCase(),
      targetLabel: 'portalUser',
      actorName: 'driver1',
    },
  ]);
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
