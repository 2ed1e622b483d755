import { randomBytes } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  DeactivatePortalUserDocument,
  ReactivatePortalUserDocument,
  ResetPortalUserPasswordDocument,
} from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { ApiKeys } from '../../support/api-keys.js';
import { trailOf, trailWhere } from '../../support/audit-trail.js';
import { insertApiKey } from '../../support/insert-api-key.js';
import { codesOf } from '../../support/quotes.js';
import { sendRaw } from '../../support/raw-client.js';
import { type Answer, startTestApp, type TestApp } from '../../support/start-app.js';

const COUNT = '{ inventory(filter: { partNumber: { contains: "A" } }) { totalCount } }';
const stored = (creator?: string) =>
  insertApiKey(app, { erpCustomers: ['Acme Beverages'], ...(creator && { creator }) });
const forged = () => `ptk_${randomBytes(32).toString('base64url')}`;
const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

let app: TestApp;
let keys: ApiKeys;
let accounts: Accounts;
beforeAll(async () => {
  app = await startTestApp({ TRUST_PROXY: '1' });
  keys = new ApiKeys(app);
  accounts = new Accounts(app);
});
afterAll(() => app.stop());

/** Asks for stock with these headers. @returns the code of the refusal, or null */
async function send(headers: Record<string, string>, { to = app, query = '' } = {}): Promise<string | null> {
  const response = await fetch(`${to.url}/graphql${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: COUNT }),
  });
  const { data, errors = [] } = JSON.parse(await response.text());
  expect(data?.inventory === undefined || data === null).toBe(errors.length > 0);
  return errors[0]?.extensions.code ?? null;
}
const use = (secret: string, to = app) => send({ authorization: `Bearer ${secret}` }, { to });

describe('a key is accepted', () => {
  test('as a bearer token, and as the password of HTTP Basic with any user name', async () => {
    const { secret } = await stored();
    const forms = [`Bearer ${secret}`, `bearer ${secret}`, basic('', secret), basic('report', secret)];
    const odd = [basic('Jürgen Größe', secret), basic('a\nb', secret), basic('x', secret).replace('B', 'b')];
    const latin1 = `Basic ${Buffer.from(`Jürgen:${secret}`, 'latin1').toString('base64')}`;
    for (const authorization of [...forms, ...odd, latin1]) {
      expect([authorization, await send({ authorization })]).toEqual([authorization, null]);
    }
  });

  test('and its last use is known, written once in five minutes', async () => {
    const { id, secret } = await stored();
    const lastUse = async () => (await keys.list()).find((key) => key.id === id)?.lastUsedAt ?? null;
    expect(await lastUse()).toBeNull();
    await use(secret);
    expect(await lastUse()).not.toBeNull();
    const usedBefore = async (minutes: number) => {
      const sql = `update api_key set last_used_at = now() - $2 * interval '1 minute' where id = $1`;
      await app.database(sql, [id, minutes]);
      const before = await lastUse();
      await use(secret);
      return (await lastUse()) === before;
    };
    expect([await usedBefore(4), await usedBefore(6)]).toEqual([true, false]);
  });
});

describe('a key is not accepted', () => {
  test('in the address, in a cookie, in another header, or as what it is not', async () => {
    const { secret } = await stored();
    const names = ['key', 'api_key', 'access_token', 'authorization', 'access'];
    const pairs = names.map((name) => `${name}=${secret}`);
    const everywhere = { cookie: pairs.join('; '), 'x-api-key': secret };
    expect(await send(everywhere, { query: `?${pairs.join('&')}` })).toBe('UNAUTHENTICATED');
    const user = Buffer.from(`${secret}:x`).toString('base64');
    const wrong = [secret, `Token ${secret}`, `Basic ${secret}`, `Bearer ${secret} x`, `Basic ${user}`];
    for (const authorization of [...wrong, basic('a', ` ${secret}`), basic('a', `b:${secret}`)]) {
      expect([authorization, await send({ authorization })]).toEqual([authorization, 'UNAUTHENTICATED']);
    }
  });

  test('in a header that is malformed, and nothing unexpected happens', async () => {
    app.log.length = 0;
    for (const text of ['ptk_', 'ptk_short', 'PTK_x', `ptk_${'x'.repeat(5000)}`, 'ptk_..', "ptk_' or true"]) {
      expect(await send({ authorization: `Bearer ${text}` })).toBe('UNAUTHENTICATED');
      expect(await send({ authorization: basic('', text) })).toBe('UNAUTHENTICATED');
    }
    for (const text of [
      'Basic',
      'Basic ',
      'Basic !!!!',
      'Basic ====',
      'Basic AA==',
      'basic /+/+',
      'Bearer',
    ]) {
      expect(await send({ authorization: text })).toBe('UNAUTHENTICATED');
    }
    expect(app.log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  });

  test('after another one: of two headers the first counts', async () => {
    const { secret } = await stored();
    const body = JSON.stringify({ query: COUNT });
    const raw = (...authorizations: string[]) =>
      sendRaw(
        app.url,
        [
          ...['POST /graphql HTTP/1.1', 'host: x', 'connection: close', 'content-type: application/json'],
          ...authorizations.map((value) => `authorization: ${value}`),
          ...[`content-length: ${body.length}`, '', body],
        ].join('\r\n'),
      );
    expect(await raw(`Bearer ${forged()}`, `Bearer ${secret}`)).toContain('UNAUTHENTICATED');
    expect(await raw(`Bearer ${secret}`, `Bearer ${forged()}`)).toContain('"totalCount":');
    expect(await raw(`Bearer ${secret}${'x'.repeat(100_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

/** What the audit log has of a key that was refused. */
const refusalsOf = async (id: string) =>
  (await trailWhere(app, "action = 'AUTHORIZATION_DENIED' and target_id = $1", id)).map(({ facts }) => facts);

describe('a key that ended is refused, and audited once an hour', () => {
  test.each([
    ['revoked', 'revoked_at = now()'],
    ['expired', 'expires_at = now()'],
    [
      'creator is not an active admin',
      "created_by = (select id from portal_user where username = 'operations1')",
    ],
  ])('%s', async (reason, change) => {
    const { id, secret } = await stored();
    expect(await use(secret)).toBeNull();
    await app.database(`update api_key set ${change} where id = $1`, [id]);
    for (let time = 0; time < 2; time += 1) expect(await use(secret)).toBe('UNAUTHENTICATED');
    expect(await send({ authorization: basic('', secret) })).toBe('UNAUTHENTICATED');
    expect(await refusalsOf(id)).toEqual([{ reason }]);
  });

  test('an unknown key is audited once for each network, without a trace of what was sent', async () => {
    const fromNetwork = (from: string, secret: string) =>
      send({ authorization: `Bearer ${secret}`, 'x-forwarded-for': from });
    const secrets = [forged(), forged(), 'ptk_guess', forged()];
    for (const [n, secret] of secrets.entries()) {
      expect(await fromNetwork(`2001:db8:7:7::${n + 1}`, secret)).toBe('UNAUTHENTICATED');
    }
    expect(await fromNetwork('198.51.100.7', forged())).toBe('UNAUTHENTICATED');
    const entries = await trailWhere(app, 'target_label = $1', 'unknown API key');
    const fromHere = entries.filter(({ ip }) => ip !== '127.0.0.1');
    expect(fromHere.map(({ ip, actor, facts }) => [ip, actor, facts])).toEqual([
      ['2001:db8:7:7::1', 'nobody', { reason: 'unknown' }],
      ['198.51.100.7', 'nobody', { reason: 'unknown' }],
    ]);
    expect(JSON.stringify(entries)).not.toContain('ptk_');
  });
});

describe('a key ends with its creator', () => {
  let creator: Awaited<ReturnType<Accounts['made']>>;
  beforeAll(async () => {
    creator = await accounts.made({ role: 'ADMIN' });
  });
  const ENDED = 'the creator is no longer an active admin';
  const by =
    <Data>(document: TypedDocumentNode<Data, { id: string }>) =>
    (id: string): Promise<Answer<unknown>> =>
      app.ask(document, { id }, 'admin1');
  const reset = by(ResetPortalUserPasswordDocument);

  test('but not with a password that the creator chooses: reports go on', async () => {
    const { secret } = await stored(creator.username);
    const token = await app.tokenOf(creator.username, creator.password);
    const passwords = { currentPassword: creator.password, newPassword: `${creator.password} too` };
    expect(codesOf(await app.ask(ChangePasswordDocument, passwords, { token }))).toEqual([]);
    expect(await use(secret)).toBeNull();
  });

  test.each([
    ['is deactivated', by(DeactivatePortalUserDocument), by(ReactivatePortalUserDocument), ENDED],
    [
      'is demoted',
      (id: string) => accounts.update({ id, role: 'OPERATIONS' }),
      (id: string) => accounts.update({ id, role: 'ADMIN' }),
      ENDED,
    ],
    ['has the password reset by an admin', reset, reset, 'an admin reset the password of the creator'],
  ])('who %s, and stays ended if they come back', async (_how, end, back, reason) => {
    const [other, { id, secret }] = [await stored(), await stored(creator.username)];
    expect(await use(secret)).toBeNull();
    const ended = await end(creator.id);
    expect(codesOf(ended)).toEqual([]);
    expect(await use(secret)).toBe('UNAUTHENTICATED');
    expect(codesOf(await back(creator.id))).toEqual([]);
    expect(await use(secret)).toBe('UNAUTHENTICATED');
    expect(await use(other.secret)).toBeNull();
    const entries = await trailWhere(app, "action = 'API_KEY_REVOKED' and target_id = $1", id);
    expect(entries).toMatchObject([{ actor: 'admin1', facts: { reason } }]);
    expect((await trailOf(app, ended)).map(({ action }) => action)).toContain('API_KEY_REVOKED');
  });

  test('and the mail of a reset says so, but only if there were keys', async () => {
    const mails = await app.mailsTo(creator.email, 4);
    const told = mails.filter(({ subject }) => /temporary password/.test(subject));
    expect(told.map(({ text }) => /API keys .* revoked/.test(text)).sort()).toEqual([false, true]);
  });
});

test('a key has a rate limit of its own, and a revocation holds on every instance from the next request on', async () => {
  const limited = await app.sibling({ RATE_LIMIT_PER_API_KEY: '3', RATE_LIMIT_PER_USER: '3' });
  const [busy, other] = [await stored(), await stored()];
  for (let time = 0; time < 3; time += 1) expect(await use(busy.secret, limited)).toBeNull();
  expect(await use(busy.secret, limited)).toBe('RATE_LIMITED');
  expect(await use(other.secret, limited)).toBeNull();
  expect(await send({ authorization: `Bearer ${await app.tokenOf('admin1')}` }, { to: limited })).toBeNull();
  await keys.revoke(other.id);
  expect(await use(other.secret, limited)).toBe('UNAUTHENTICATED');
});
