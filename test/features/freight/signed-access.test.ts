import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalDatabase, openLocalDatabase } from '../../../src/composition/local-database.js';
import { parseConfig } from '../../../src/config.js';
import { SignedAccess } from '../../../src/features/freight/files/signed-access.js';
import { AccessTokens } from '../../../src/features/identity/sessions/access-token.js';
import { authenticate, authenticateSession } from '../../../src/features/identity/sessions/authenticate.js';
import { SessionStore } from '../../../src/features/identity/sessions/session.store.js';
import { rateLimited } from '../../../src/shared/errors.js';
import { demoDatabase } from '../../support/demo-database.js';

const [KEY, NEXT_KEY] = [0, 1].map(() => randomBytes(48).toString('base64')) as [string, string];
const PHOTO = 'connotes/8c5f8b4e-52f4-4b51-9d2e-6f2f5a1f3a10/photos/3f0c2b1e-8f1d-4b7a-9a55-0d7c3c1b2a10';
const SESSION = '0d9c7c3e-5d0f-4d52-9a53-3b1f7f6f1f27';
const LIFETIME = 600;
const NOW = Date.parse('2026-11-30T12:00:00.900Z');
const CLIENT = { ip: '192.0.2.1', network: '192.0.2.1', userAgent: 'a browser', deviceCookie: null };

const at = (ms: number, ...keys: [string, ...string[]]) => new SignedAccess(keys, () => new Date(NOW + ms));

let database: LocalDatabase;
let drop: () => Promise<void>;
beforeAll(async () => {
  const made = await demoDatabase();
  drop = made.drop;
  database = await openLocalDatabase(parseConfig({ DATABASE_URL: made.url }));
});
afterAll(async () => {
  await database.close();
  await drop();
});

test('an address opens what it was signed for, until it expires', () => {
  const token = at(0, KEY).sign(PHOTO, SESSION, LIFETIME);
  expect(token).toMatch(/^[\w-]{72}$/);
  expect(at(0, KEY).open(token, PHOTO)).toEqual({ sessionId: SESSION });
  expect(at(LIFETIME * 1000 - 1_000, KEY).open(token, PHOTO)).toEqual({ sessionId: SESSION });
  expect(at(LIFETIME * 1000, KEY).open(token, PHOTO)).toBeNull();
  for (const other of [`${PHOTO}/thumbnail`, PHOTO.slice(0, -1), '', PHOTO.toUpperCase()])
    expect(at(0, KEY).open(token, other)).toBeNull();
});

test('an address that was changed, or signed with another key, opens nothing', () => {
  const token = at(0, KEY).sign(PHOTO, SESSION, LIFETIME);
  const bytes = Buffer.from(token, 'base64url');
  for (let place = 0; place < bytes.length; place += 1) {
    const forged = Buffer.from(bytes);
    forged[place] = (forged[place] ?? 0) ^ 1;
    expect(at(0, KEY).open(forged.toString('base64url'), PHOTO)).toBeNull();
  }
  for (const wrong of ['', 'x', token.slice(0, -4), `${token}AAAA`, `${token}=`, ` ${token}`, `${token}\n`])
    expect(at(0, KEY).open(wrong, PHOTO)).toBeNull();
  expect(at(0, NEXT_KEY).open(token, PHOTO)).toBeNull();
  expect(() => at(0, KEY).sign(PHOTO, 'nobody', LIFETIME)).toThrow('no session');
});

test('an address outlasts the replacement of the secret key', () => {
  const token = at(0, KEY).sign(PHOTO, SESSION, LIFETIME);
  expect(at(0, NEXT_KEY, KEY).open(token, PHOTO)).toEqual({ sessionId: SESSION });
  const next = at(0, NEXT_KEY, KEY).sign(PHOTO, SESSION, LIFETIME);
  expect(at(0, KEY).open(next, PHOTO)).toBeNull();
});

test('a session that is proven otherwise is the same caller, with a limit of its own, and ends as it ends', async () => {
  const { dataSource } = database;
  const [session] = await dataSource.query<{ id: string; user_id: string }[]>(
    `insert into session (user_id, expires_at)
     select id, now() + interval '1 hour' from portal_user where username = 'customer1' returning id, user_id`,
  );
  if (!session) throw new Error('there is no customer1');
  const accessTokens = new AccessTokens([KEY], () => new Date());
  const taken: string[] = [];
  const dependencies = {
    accessTokens,
    sessions: new SessionStore(dataSource),
    perUser: { take: async (userId: string) => void taken.push(`requests of ${userId}`) },
    filesPerUser: { take: async (userId: string) => void taken.push(`files of ${userId}`) },
    apiKeys: { find: async () => null },
    perApiKey: { take: async () => {} },
  };
  const found = {
    ...(await authenticateSession(dependencies, session.id, CLIENT)),
    reread: expect.any(Function),
  };
  expect(found.viewer).toMatchObject({ userId: session.user_id, sessionId: session.id, role: 'CUSTOMER' });
  const { accessToken } = accessTokens.issue(
    { userId: session.user_id, sessionId: session.id },
    new Date(Date.now() + 60_000),
  );
  expect(await authenticate(dependencies, `Bearer ${accessToken}`, CLIENT)).toEqual(found);
  expect(taken).toEqual([`files of ${session.user_id}`, `requests of ${session.user_id}`]);
  const limited = { ...dependencies, filesPerUser: { take: () => Promise.reject(rateLimited(1)) } };
  await expect(authenticateSession(limited, session.id, CLIENT)).rejects.toMatchObject({
    code: 'RATE_LIMITED',
  });

  const nobody = { signedIn: null, viewer: null, origin: { actorId: null, actorName: 'nobody' } };
  const expectNobody = async (change: string, restore: string) => {
    await dataSource.query(change, [session.id]);
    expect(await authenticateSession(dependencies, session.id, CLIENT)).toMatchObject(nobody);
    await dataSource.query(restore, [session.id]);
    expect(await authenticateSession(dependencies, session.id, CLIENT)).toEqual(found);
  };
  const active = (value: boolean) =>
    `update portal_user set active = ${value} where id = (select user_id from session where id = $1)`;
  await expectNobody(active(false), active(true));
  const expires = (when: string) =>
    `update session set expires_at = now() + interval '${when}' where id = $1`;
  await expectNobody(expires('-1 second'), expires('1 hour'));
  const revoked = (when: string) => `update session set revoked_at = ${when} where id = $1`;
  await expectNobody(revoked('now()'), revoked('null'));
  expect(await authenticateSession(dependencies, SESSION, CLIENT)).toMatchObject(nobody);
});
