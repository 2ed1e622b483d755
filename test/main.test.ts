import { readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  InventoryCountDocument,
  LoginDocument,
  ViewerDocument,
} from '../schema/operations.generated.js';

import { get, holdRequest } from './support/held-request.js';
import { emptyProduction } from './support/production.js';
import { runCommand } from './support/run-command.js';
import {
  cleanUp,
  type RunningPortico,
  runPortico,
  startPortico,
  workFolder,
} from './support/spawn-portico.js';
import { until } from './support/until.js';

const LOGINS = ['customer1', 'customer2', 'customerall', 'operations1', 'admin1', 'driver1', 'warehouse1'];
const STACK = /^ {4}at /m;

let drop = async () => {};
afterAll(async () => {
  await cleanUp();
  await drop();
});

describe('with nothing set', () => {
  const folder = workFolder();
  let portico: RunningPortico;
  let token = '';
  beforeAll(async () => {
    portico = await startPortico({ folder });
  });

  test('a newcomer is told where to go and how to sign in, and it works', async () => {
    expect(portico.output()).toContain(`${portico.url}/graphql`);
    expect(portico.output()).toContain(`${portico.url}/playground/`);
    expect(portico.output()).toMatch(/password123/);
    for (const login of LOGINS)
      expect(portico.output()).toMatch(new RegExp(`^ +${login} +[A-Z]+ +sees \\S`, 'm'));
    expect((await fetch(`${portico.url}/playground/`)).status).toBe(200);
    for (const login of LOGINS) {
      expect(await portico.signIn(login, 'password123')).toEqual({ token: expect.any(String) });
    }
  });

  test('a second instance does not spoil the data of the first', async () => {
    const second = await runPortico(['start'], { folder, settings: { PORT: '0' } });
    expect(second.code).toBe(1);
    expect(second.stdout).toBe('');
    expect(second.stderr).toMatch(
      /^The embedded database in \.data is in use by another Portico: PostgreSQL, process \d+, holds its lock\./,
    );
    expect(second.stderr).not.toMatch(STACK);
    expect(second.stderr.trim().split('\n')).toHaveLength(1);
    expect(await portico.signIn('customer2', 'password123')).toHaveProperty('token');
  });

  test('SIGTERM loses no request that was taken, and turns later ones away', async () => {
    const [taking, idle] = [new Agent({ keepAlive: true }), new Agent({ keepAlive: true })];
    try {
      const variables = { login: 'customer1', password: 'password123' };
      const login = JSON.stringify({ query: print(LoginDocument), variables });
      const taken = await holdRequest(`${portico.url}/graphql`, taking, login);
      let later = await get(`${portico.url}/healthz`, idle);
      expect(later.status).toBe(200);
      const asked = performance.now();
      const ended = portico.end('SIGTERM');
      await until(async () => {
        later = await get(`${portico.url}/healthz`, idle);
        return later.status !== 200;
      });
      expect(later).toMatchObject({ status: 503, reusedConnection: true });
      expect(await get(`${portico.url}/healthz`, idle)).toMatchObject({
        status: 503,
        reusedConnection: false,
      });

      const answer = await taken.finish();
      expect(answer.status).toBe(200);
      token = JSON.parse(answer.body).data.login.accessToken;
      expect((await ended).code).toBe(0);
      expect(performance.now() - asked).toBeLessThan(10_000);
    } finally {
      for (const agent of [taking, idle]) agent.destroy();
    }
  });

  test('sessions and passwords outlive a restart, and an answered write even a kill -9', async () => {
    portico = await startPortico({ folder });
    const { data } = await portico.ask(ViewerDocument, {}, token);
    expect(data?.viewer?.user.username).toBe('customer1');

    const change = { currentPassword: 'password123', newPassword: 'another password' };
    const changed = await portico.ask(ChangePasswordDocument, change, token);
    await portico.end('SIGKILL');
    expect(changed.errors).toEqual([]);

    portico = await startPortico({ folder });
    expect(await portico.signIn('customer1', 'password123')).toEqual({ code: 'INVALID_CREDENTIALS' });
    expect(await portico.signIn('customer1', 'another password')).toHaveProperty('token');
    expect((await portico.ask(ViewerDocument, {}, token)).data).toEqual({ viewer: null });
    expect((await portico.end('SIGINT')).code).toBe(0);
  });
});

describe('in production', () => {
  const folder = workFolder();
  let settings: Record<string, string> = {};
  beforeAll(async () => {
    ({ settings, drop } = await emptyProduction());
  });
  const creating = (username: string, email: string) => {
    return ['create-user', '--username', username, '--email', email];
  };
  const createUser = (username: string, email: string, input: string, ...more: string[]) =>
    runCommand([...creating(username, email), ...more], { settings, input });

  test('a start without settings names all that are missing at once', async () => {
    const { code, stdout, stderr } = await runCommand(['start'], { settings: { NODE_ENV: 'production' } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    for (const name of [
      'SECRET_KEY',
      'DATABASE_URL',
      'ERP_KIND',
      'APP_BASE_URL',
      'SMTP_HOST',
      'EMAIL_FROM',
    ]) {
      expect(stderr).toMatch(new RegExp(`^ +- ${name}: missing`, 'm'));
    }
    expect(stderr).not.toMatch(STACK);
  });

  test('demo logins cannot be added', async () => {
    const { code, stderr } = await runCommand(['seed'], { settings });
    expect(code).toBe(1);
    expect(stderr).toMatch(/production/);
  });

  test('migrating again is safe', async () => {
    const first = await runCommand(['migrate'], { settings });
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ran Identity/) });
    const second = await runCommand(['migrate'], { settings });
    expect(second).toMatchObject({ code: 0, stdout: 'nothing to do\n' });
  });

  test('an administrator makes the first logins, is told what is wrong with one, and no demo login gets in', async () => {
    const anna = await runPortico([...creating('Anna', 'anna@example.com'), '--role', 'ADMIN'], {
      ...{ folder, settings, input: 'correct horse\n' },
    });
    expect(anna).toMatchObject({ code: 0, stdout: expect.stringMatching(/^created Anna \(ADMIN\)/) });
    const bob = await createUser('bob', 'bob@example.com', 'battery staple', '--must-change-password');
    expect(bob.code).toBe(0);
    for (const [refused, field] of [
      [await createUser('carl@home', 'no address', 'long enough to be safe'), /username: .*; email: /],
      [await createUser('aNNA', 'other@example.com', 'long enough to be safe'), /^username: "aNNA" is taken/],
      [await createUser('carl', 'carl@example.com', 'short\n'), /^password: found 5 characters/],
    ] as const) {
      expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(field) });
      expect(refused.stderr).not.toMatch(STACK);
    }

    const portico = await startPortico({ folder, settings });
    expect(portico.output()).not.toMatch(/password123|demo|customer1|playground/i);
    expect(await portico.signIn('customer1', 'password123')).toEqual({ code: 'INVALID_CREDENTIALS' });
    expect(await portico.signIn('carl', 'long enough to be safe')).toEqual({ code: 'INVALID_CREDENTIALS' });
    expect(await portico.signIn('ANNA@example.com', 'correct horse')).toHaveProperty('token');
    const signedIn = await portico.signIn('bob', 'battery staple');
    const { token } = signedIn as { token: string };
    const count = await portico.ask(InventoryCountDocument, {}, token);
    expect(count.errors[0]?.extensions.code).toBe('PASSWORD_CHANGE_REQUIRED');
    const { code, stdout } = await portico.end('SIGTERM');
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/battery staple|correct horse/);
  });
});

describe('the commands that need no database', () => {
  const folder = workFolder();
  const portico = (args: string[], input = '') => runCommand(args, { input });
  const COMMANDS = [
    'accounts',
    'audit',
    'backup',
    'create-user',
    'demo-erp-sql',
    'emit-schema',
    'erp',
    'hash-password',
    'import-users',
    'mail',
    'migrate',
    'restore',
    'seed',
    'start',
    'subgraph-schema',
  ];

  test('every command explains itself', async () => {
    const help = await runPortico(['--help'], { folder });
    expect(help).toMatchObject({ code: 0, stderr: '' });
    const listed = [...help.stdout.matchAll(/^ {2}([a-z][\w-]+) .*\S/gm)].map(([, name]) => name);
    expect(listed.filter((name) => name !== 'help').sort()).toEqual(COMMANDS);
    const helps = await Promise.all(COMMANDS.map((name) => portico([name, '--help'])));
    for (const [index, { code, stdout }] of helps.entries()) {
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: expect.stringMatching(`^Usage: portico ${COMMANDS[index]} `),
      });
    }
  });

  test('a password becomes a salted argon2id hash and is not shown', async () => {
    const hashes = await Promise.all([
      portico(['hash-password'], 'correct horse\n'),
      // From a pipe, as a script has it.
      runPortico(['hash-password'], { folder, input: 'correct horse\n' }),
    ]);
    for (const { code, stdout, stderr } of hashes) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]+\$[\w+/]+\n$/);
      expect(await verify(stdout.trim(), 'correct horse')).toBe(true);
    }
    expect(hashes[0]?.stdout).not.toBe(hashes[1]?.stdout);
  });

  test('a password that nobody should have gets no hash', async () => {
    for (const [password, reason] of [
      ['password123', /^password: found a commonly used/],
      ['short', /^password: found 5 characters; wanted 10 to 256$/m],
      ['x'.repeat(257), /^password: found too many characters/],
    ] as const) {
      const refused = await portico(['hash-password'], password);
      expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(reason) });
      expect(refused.stderr).not.toMatch(STACK);
    }
  });

  test('a hash can be made before anything else is set, in production too', async () => {
    const settings = { NODE_ENV: 'production', ARGON2_PASSES: '3' };
    const made = await runCommand(['hash-password'], { settings, input: 'correct horse' });
    expect(made).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=3,p=1\$/),
    });
  });

  test('a stale schema file is noticed, and left alone', async () => {
    const committed = readFileSync('schema/schema.graphql', 'utf8');
    const stale = join(folder, 'stale.graphql');
    writeFileSync(stale, committed.replace('type Query', 'type Query '));
    const [good, bad] = await Promise.all([
      portico(['emit-schema', '--check']),
      portico(['emit-schema', '--check', '--out', stale]),
    ]);
    expect(good).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(bad).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(`${stale} is stale`) });
    expect(readFileSync(stale, 'utf8')).not.toBe(committed);
  });

  test("the demo ERP's SQL is there for either kind of server", async () => {
    const [mssql, postgres] = await Promise.all(
      ['mssql', 'postgres'].map((dialect) => portico(['demo-erp-sql', '--dialect', dialect])),
    );
    for (const printed of [mssql, postgres]) {
      expect(printed).toMatchObject({ code: 0, stderr: '' });
      expect(printed?.stdout).toMatch(/create table erp\.stock/i);
      expect(printed?.stdout).toContain('Acme Beverages');
    }
    expect(mssql?.stdout).toMatch(/\nGO\n$/);
    expect(postgres?.stdout).toMatch(/;\n$/);
    expect(postgres?.stdout).not.toMatch(/^GO$/m);
  });
});
