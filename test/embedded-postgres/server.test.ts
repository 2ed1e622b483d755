import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DataFolderInUse, EmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres.js';
import type { ServerEvent } from '../../src/embedded-postgres/server-options.js';
import { isRunning, serverPid } from '../support/embedded-server.js';
import { until } from '../support/until.js';

const root = mkdtempSync(join(tmpdir(), 'portico-embedded-'));
// Where root runs the tests, the server is somebody else, who has to get here.
chmodSync(root, 0o755);
afterAll(() => rmSync(root, { recursive: true }));

type Login = ReturnType<EmbeddedPostgres['portal']>;

async function ask(login: Login, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(login);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a server on a socket', () => {
  const dataDir = join(root, 'data');
  const events: ServerEvent[] = [];
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    server = await EmbeddedPostgres.start(dataDir, { onEvent: (event) => events.push(event) });
  });
  afterAll(() => server.close());

  test('nobody else on the machine gets at it', () => {
    expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0);
    // No address of the network: the line after the socket's folder.
    expect(readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[5]).toBe('');
  });

  test('it keeps what is written, in UTF-8 with checksums, and sorts alike on any machine', async () => {
    const [settings] = await ask(
      server.portal(),
      `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        (select datlocale from pg_database where datname = current_database()) as locale`,
    );
    expect(settings).toEqual({
      encoding: 'UTF8',
      checksums: 'on',
      fsync: 'on',
      commit: 'on',
      locale: 'C.UTF-8',
    });
  });

  test('the portal owns its database and nothing else; whoever reads the demo ERP has no way into it', async () => {
    const [portal] = await ask(
      server.portal(),
      'select rolsuper, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(portal).toEqual({ rolsuper: false, rolcreaterole: false });
    const reader = { ...server.demoErp(), database: 'portico' };
    await expect(ask(reader, 'select 1')).rejects.toMatchObject({ code: '42501' });
    await expect(ask({ ...server.portal(), database: 'demo_erp' }, 'select 1')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(ask(server.demoErp(), 'create table public.x (i int)')).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('a second Portico is refused, in a sentence; a command works beside the first', async () => {
    const second = EmbeddedPostgres.start(dataDir);
    await expect(second).rejects.toThrow(DataFolderInUse);
    await expect(second).rejects.toThrow(
      `${dataDir} is in use by another Portico: PostgreSQL, process ${serverPid(dataDir)},`,
    );
    await ask(server.portal(), 'create table kept (value text)');
    const beside = await EmbeddedPostgres.join(dataDir);
    await ask(beside.portal(), "insert into kept values ('by a command')");
    await beside.close();
    expect(await ask(server.portal(), 'select value from kept')).toEqual([{ value: 'by a command' }]);
  });

  test('what statements say does not get to its log', async () => {
    await expect(ask(server.portal(), "select 'canary-in-sql' from nowhere")).rejects.toThrow();
    expect(JSON.stringify(events)).not.toContain('canary');
    expect(events).toContainEqual({
      type: 'line',
      line: expect.stringContaining('ready to accept connections'),
    });
  });

  test('one that dies comes back by itself with all that it had, and says both', async () => {
    const pid = serverPid(dataDir);
    process.kill(pid, 'SIGKILL');
    await until(() => events.some(({ type }) => type === 'back'));
    expect(events).toContainEqual({ type: 'lost', reason: expect.any(String) });
    expect(serverPid(dataDir)).not.toBe(pid);
    expect(await ask(server.portal(), 'select value from kept')).toHaveLength(1);
    await expect(EmbeddedPostgres.start(dataDir)).rejects.toThrow(DataFolderInUse);
  });

  test('closed, it is gone; a lock whose number another process has by now is none, and its files open again', async () => {
    const pid = serverPid(dataDir);
    await server.close();
    expect(isRunning(pid)).toBe(false);
    // What a killed server would have left, and this very process: it lives, and is no server.
    const lines = [process.pid, '/', 1, 5432, '', '', '', 'ready   '];
    writeFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), `${lines.join('\n')}\n`);
    server = await EmbeddedPostgres.start(dataDir);
    expect(await ask(server.portal(), 'select value from kept')).toHaveLength(1);
  });

  test('moved to a path that is too long for a socket, with blanks and letters of any kind, it will do as well', async () => {
    await server.close();
    const folder = join(root, 'ein langer Pfad mit ü, "Anführung" und Leerzeichen'.padEnd(120, ' x'));
    mkdirSync(folder, { mode: 0o755 });
    renameSync(dataDir, join(folder, 'data'));
    server = await EmbeddedPostgres.start(join(folder, 'data'));
    const { host } = server.portal();
    expect(Buffer.byteLength(host)).toBeLessThan(90);
    expect(statSync(host).mode & 0o077).toBe(0);
    expect(await ask(server.portal(), 'select value from kept')).toHaveLength(1);
    await server.close();
    rmSync(host, { recursive: true });
  });
});

test('two that start at the same moment on a new folder: one has it, the other is told so', async () => {
  const dataDir = join(root, 'raced');
  const started = await Promise.allSettled([1, 2].map(() => EmbeddedPostgres.start(dataDir)));
  const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refused = started.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  for (const server of running) await server.close();
  expect([running.length, refused]).toEqual([1, [expect.any(DataFolderInUse)]]);
});

test('where there are no sockets, it listens to this machine alone, and to nobody without the password', async () => {
  const dataDir = join(root, 'port');
  const server = await EmbeddedPostgres.start(dataDir, { socket: false });
  const login = server.portal();
  expect(login.host).toBe('127.0.0.1');
  expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o077).toBe(0);
  expect(await ask(login, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  for (const password of ['', 'wrong']) {
    await expect(ask({ ...login, password }, 'select 1')).rejects.toThrow(/password/);
    await expect(ask({ ...login, user: 'postgres', password }, 'select 1')).rejects.toThrow(/password/);
  }
  await server.close();
});

test('a data folder of an older Portico is left alone, and one sentence says what to do', async () => {
  const dataDir = join(root, 'older');
  mkdirSync(join(dataDir, 'database'), { recursive: true });
  writeFileSync(join(dataDir, 'database', 'portico-complete'), '');
  await expect(EmbeddedPostgres.start(dataDir)).rejects.toThrow(
    /was made by an older Portico, whose format this one can't read: move "database" and "demo-erp" out of /,
  );
  expect(readFileSync(join(dataDir, 'database', 'portico-complete'), 'utf8')).toBe('');
});
