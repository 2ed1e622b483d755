import { afterAll, beforeAll, expect, test } from 'vitest';
import { ChangePasswordDocument, PortalUsersDocument } from '../../../schema/operations.generated.js';
import { openLocalDatabase } from '../../../src/composition/local-database.js';
import { parseConfig } from '../../../src/config.js';
import { migrate } from '../../../src/db/migrate.js';
import { AuditLog } from '../../../src/features/audit/audit-log.js';
import { bootstrapAdmin } from '../../../src/features/identity/bootstrap-admin.js';
import { PortalUserStore } from '../../../src/features/users/portal-user.store.js';
import { newDatabase } from '../../support/postgres-server.mjs';
import { emptyProduction } from '../../support/production.js';
import { runCommand } from '../../support/run-command.js';
import { cleanUp, startPortico, workFolder } from '../../support/spawn-portico.js';
import { startTestApp } from '../../support/start-app.js';

const BCRYPT = '$2b$04$9vizJ.6/9jfU.9VWwdZ37uNaY45W2M29iv8rGm/.AJ58kUbOjGC1y';
const ADMIN = { username: 'Root', email: 'root@example.com', passwordHash: BCRYPT };

let production: Record<string, string> = {};
let drop = async () => {};
beforeAll(async () => {
  ({ settings: production, drop } = await emptyProduction());
});
afterAll(async () => {
  await cleanUp();
  await drop();
});

test('the administrator of the settings signs in after the first start, and is their own master from then on', async () => {
  const folder = workFolder();
  const hashOf = async (password: string) =>
    (await runCommand(['hash-password'], { input: password })).stdout.trim();
  const settings = async (password: string) => ({
    ...production,
    ADMIN_USERNAME: 'chief',
    ADMIN_PASSWORD_HASH: await hashOf(password),
  });

  let portico = await startPortico({ folder, settings: await settings('gravel tuba mistletoe') });
  const signedIn = (await portico.signIn('CHIEF', 'gravel tuba mistletoe')) as { token: string };
  const { data } = await portico.ask(PortalUsersDocument, {}, signedIn.token);
  expect(data?.portalUsers.nodes).toMatchObject([
    { username: 'chief', email: 'chief@portal.example.com', role: 'ADMIN', active: true },
  ]);
  const change = { currentPassword: 'gravel tuba mistletoe', newPassword: 'oxbow lantern pickle' };
  expect((await portico.ask(ChangePasswordDocument, change, signedIn.token)).errors).toEqual([]);
  expect((await portico.end('SIGTERM')).stdout).not.toMatch(/\$argon2|tuba|oxbow/);

  portico = await startPortico({ folder, settings: await settings('another one in the settings') });
  expect(await portico.signIn('chief', 'another one in the settings')).toEqual({
    code: 'INVALID_CREDENTIALS',
  });
  expect(await portico.signIn('chief', 'gravel tuba mistletoe')).toEqual({ code: 'INVALID_CREDENTIALS' });
  expect(await portico.signIn('chief', 'oxbow lantern pickle')).toHaveProperty('token');
  await portico.end('SIGTERM');
});

test('a start with a hash that is none stops, and does not print it', async () => {
  const settings = { ...production, ADMIN_USERNAME: 'chief', ADMIN_PASSWORD_HASH: 'hunter2-hunter2' };
  const { code, stdout, stderr } = await runCommand(['start'], { settings });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^ +- ADMIN_PASSWORD_HASH: found a value; a hash of no known scheme/m);
  expect(stderr).not.toContain('hunter2');
});

test('a login of that name that has become something else is left alone', async () => {
  const named = { ADMIN_USERNAME: 'CUSTOMER1', ADMIN_PASSWORD_HASH: BCRYPT };
  const app = await startTestApp(named);
  try {
    const rows = await app.database(
      "select role_id, version from portal_user where username ilike 'customer1'",
    );
    expect(rows).toEqual([{ role_id: 2, version: 1 }]);
  } finally {
    await app.stop();
  }
});

test('an e-mail that another login has costs the administrator, and not the start', async () => {
  const app = await startTestApp({
    ADMIN_USERNAME: 'chief',
    ADMIN_PASSWORD_HASH: BCRYPT,
    ADMIN_EMAIL: 'admin1@demo.example',
  });
  try {
    expect(await app.database("select from portal_user where username = 'chief'")).toEqual([]);
    expect(app.log.join('')).toMatch(/"username":"chief".*another login has the e-mail/);
  } finally {
    await app.stop();
  }
});

test('instances that start together make one administrator, and none of them fails', async () => {
  const database = await newDatabase();
  const config = parseConfig({ DATABASE_URL: database.url });
  const instances = await Promise.all([1, 2, 3].map(() => openLocalDatabase(config)));
  try {
    for (const { dataSource } of instances) await migrate(dataSource);
    const outcomes = await Promise.all(
      [...instances, ...instances].map(({ dataSource }) =>
        bootstrapAdmin(dataSource, { users: new PortalUserStore(dataSource), audit: new AuditLog() }, ADMIN),
      ),
    );
    expect(outcomes.sort()).toEqual(['made', 'there', 'there', 'there', 'there', 'there']);
  } finally {
    for (const instance of instances) await instance.close();
    await database.drop();
  }
});
