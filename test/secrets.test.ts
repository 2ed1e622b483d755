import { afterAll, beforeAll, expect, test } from 'vitest';
import { LoginDocument } from '../schema/operations.generated.js';
import { startTestApp, type TestApp } from './support/start-app.js';
import { until } from './support/until.js';

/** Good passwords, and tokens of the form of ours, that must be found nowhere afterwards. */
const CANARIES = {
  wrongPassword: 'Xylo-canary wrong quokka 71',
  ownPassword: 'Xylo-canary own quokka 72',
  nextPassword: 'Xylo-canary next quokka 73',
  lastPassword: 'Xylo-canary last quokka 74',
  resetToken: `canaryreset${'-'.repeat(32)}`,
  confirmationToken: `canaryconfirm${'_'.repeat(30)}`,
  refreshToken: `canaryrefresh${'x'.repeat(30)}`,
};
const EMAIL = 'canary@demo.example';

let app: TestApp;
/** Tokens and passwords that the service itself has given out. */
const given: string[] = [];
const answers: string[] = [];
beforeAll(async () => {
  app = await startTestApp({ LOG_LEVEL: 'trace' });
});
afterAll(() => app.stop());

async function say(query: string, variables: object, as: { token: string } | 'admin1' | null = null) {
  const answer = await app.ask<Record<string, Record<string, unknown>>, object>(query, variables, as);
  answers.push(JSON.stringify(answer.errors));
  return answer;
}
const keep = (secret: unknown): string => {
  given.push(String(secret));
  return String(secret);
};
const tokenIn = (text: string | undefined) => keep(/#token=([\w-]+)/.exec(text ?? '')?.[1]);

const CREATE = `mutation($input: CreatePortalUserInput!) {
  createPortalUser(input: $input) { temporaryPassword portalUser { id } } }`;
const CHANGE =
  'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken refreshToken } }';
const RESET =
  'mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { accessToken refreshToken } }';

/** Uses every field of the contract that takes or gives a password or a token, rightly and wrongly. */
async function useEverySecret(): Promise<void> {
  const login = async (password: string) => {
    const answer = await app.ask(LoginDocument, { login: EMAIL, password });
    answers.push(JSON.stringify(answer.errors));
    return answer.data ? { token: keep(answer.data.login.accessToken) } : null;
  };
  const input = { username: 'canary', email: EMAIL, password: CANARIES.ownPassword };
  const made = await say(CREATE, { input }, 'admin1');
  await say(CREATE, { input }, 'admin1');
  const other = { username: 'canary2', email: 'canary2@demo.example' };
  const temporary = await say(CREATE, { input: other }, 'admin1');
  keep(temporary.data?.['createPortalUser']?.['temporaryPassword']);
  await login(CANARIES.wrongPassword);
  await say('mutation($t: String) { refreshSession(refreshToken: $t) { expiresAt } }', {
    t: CANARIES.refreshToken,
  });
  const session = await login(CANARIES.ownPassword);
  const change = (currentPassword: string, newPassword: string) =>
    say(CHANGE, { input: { currentPassword, newPassword } }, session);
  await change(CANARIES.wrongPassword, CANARIES.nextPassword);
  await change(CANARIES.ownPassword, CANARIES.ownPassword);
  const changed = await change(CANARIES.ownPassword, CANARIES.nextPassword);
  keep(changed.data?.['changePassword']?.['refreshToken']);
  const reset = (token: string, newPassword: string) => say(RESET, { input: { token, newPassword } });
  await reset(CANARIES.resetToken, CANARIES.lastPassword);
  const confirm = (token: string) => say('mutation($t: String!) { confirmEmail(token: $t) }', { t: token });
  await confirm(CANARIES.confirmationToken);
  const [welcome] = await app.mailsTo(EMAIL);
  await confirm(tokenIn(welcome?.text));
  await say('mutation($e: String!) { requestPasswordReset(email: $e) }', { e: EMAIL });
  const mails = await app.mailsTo(EMAIL, 3);
  const link = mails.find(({ text }) => text.includes('/reset-password#token='));
  const used = await reset(tokenIn(link?.text), CANARIES.lastPassword);
  keep(used.data?.['resetPassword']?.['refreshToken']);
  const id = (made.data?.['createPortalUser']?.['portalUser'] as { id: string } | undefined)?.id;
  await say(
    'mutation($id: ID!) { resetPortalUserPassword(id: $id) { portalUser { id } } }',
    { id },
    'admin1',
  );
  const last = (await app.mailsTo(EMAIL, 5)).at(-1);
  keep(/password[^\n]*?:\s*(\S{16})\s/i.exec(last?.text ?? '')?.[1]);
}

/** Every table, its rows as text. */
async function everyRow(): Promise<{ table: string; text: string }[]> {
  const tables = await app.database(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const rows = [];
  for (const { name } of tables) {
    const found = await app.database(`select t::text as text from ${String(name)} t`);
    rows.push(...found.map(({ text }) => ({ table: String(name), text: String(text) })));
  }
  return rows;
}

test('what is secret is found nowhere: log, errors, audit, outbox, jobs, metrics', async () => {
  await useEverySecret();
  await until(async () => (await app.database("select from mail where status <> 'SENT'")).length === 0);
  const secrets = [...Object.values(CANARIES), ...given];
  // All of it took part, else it is easy not to be found.
  expect(given).toHaveLength(7);
  for (const secret of secrets) expect(secret.length).toBeGreaterThan(15);
  const metrics = await (await fetch(`${app.url}/metrics`)).text();
  const places = [
    ...(await everyRow()).map(({ table, text }) => ({ place: table, text })),
    ...app.log.map((text) => ({ place: 'log', text })),
    ...answers.map((text) => ({ place: 'error', text })),
    { place: 'metrics', text: metrics },
  ];
  expect(places.length).toBeGreaterThan(50);
  const told = places.flatMap(({ place, text }) => {
    const spelt = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('hex')]);
    return spelt.some((secret) => text.includes(secret)) ? [{ place, text }] : [];
  });
  expect(told).toEqual([]);
});
