import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCluster } from '../../src/embedded-postgres/cluster.js';
import { DataFolderInUse, EmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres.js';
import { addressOfProcess } from '../../src/embedded-postgres/run-server.js';
import { Claim, joinAsGuest } from '../../src/embedded-postgres/server-claim.js';
import type { ServerEvent } from '../../src/embedded-postgres/server-options.js';
import { ServerProcess } from '../../src/embedded-postgres/server-process.js';
import { isRunning, processesOn, serverPid } from '../support/embedded-server.js';
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

/** Ends a session's process as a lack of memory would, whereupon the server ends all sessions and recovers. */
async function killSession(login: Login): Promise<void> {
  const client = new pg.Client(login);
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const ended = new Promise((resolve) => client.once('end', resolve));
  process.kill(rows[0].pid, 'SIGKILL');
  await ended;
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
    const postgres = join(dataDir, 'postgres');
    for (const name of ['data', 'run']) expect(statSync(join(postgres, name)).mode & 0o077).toBe(0);
    // The server's user can exchange nothing in it, where that isn't whoever runs Portico.
    expect([statSync(postgres).uid, statSync(postgres).mode & 0o066]).toEqual([process.getuid?.(), 0]);
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
    for (const database of ['portico', 'postgres', 'template1']) {
      const reader = { ...server.demoErp(), database };
      await expect(ask(reader, 'select 1')).rejects.toMatchObject({ code: '42501' });
    }
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

  test('one that broke all connections, as a process of its own ended, is still taken', async () => {
    await killSession(server.portal());
    const pid = serverPid(dataDir);
    await expect(EmbeddedPostgres.start(dataDir)).rejects.toThrow(DataFolderInUse);
    expect(serverPid(dataDir)).toBe(pid);
    expect(await ask(server.portal(), 'select value from kept')).toHaveLength(1);
  });

  test('one in another container, whose number is nobody’s here, is still taken', async () => {
    const lock = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    const written = readFileSync(lock, 'utf8');
    // Beyond the numbers that Linux gives.
    const other = written.replace(/^\d+/, '4194305');
    // There the folder may have another name as well.
    for (const seen of [other, other.replace(`${dataDir}/postgres/run`, '/data/postgres/run')]) {
      writeFileSync(lock, seen);
      await expect(EmbeddedPostgres.start(dataDir)).rejects.toThrow(/process 4194305, holds its lock/);
    }
    writeFileSync(lock, written);
    expect(await ask(server.portal(), 'select value from kept')).toHaveLength(1);
  });

  test('closed, it is gone; a lock whose number another process has by now is none, and its files open again', async () => {
    const pid = serverPid(dataDir);
    // Itself, and what watches over it.
    expect(processesOn(dataDir).length).toBeGreaterThanOrEqual(2);
    await server.close();
    expect(isRunning(pid)).toBe(false);
    expect(processesOn(dataDir)).toEqual([]);
    // What a killed server would have left, and this very process: it lives, and is no server.
    const lines = [process.pid, '/', 1, 5432, '', '', '', 'ready   '];
    writeFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), `${lines.join('\n')}\n`);
    // And what a start that was killed over making the files would have, long ago and just now.
    for (const name of ['new-killed', 'new-busy'])
      mkdirSync(join(dataDir, 'postgres', name, 'base'), { recursive: true });
    utimesSync(join(dataDir, 'postgres', 'new-killed'), 0, 0);
    server = await EmbeddedPostgres.start(dataDir, { stopWithinMs: 1_600 });
    expect(await ask(server.portal(), 'select value from kept')).toHaveLength(1);
    expect(readdirSync(join(dataDir, 'postgres')).sort()).toEqual(['data', 'new-busy', 'run']);
  });

  test('told to stop while it recovers from a crash, which it never does by itself, it ends all the same', async () => {
    await ask(server.portal(), "insert into kept values ('before the crash')");
    const pid = serverPid(dataDir);
    await killSession(server.portal());
    await server.close();
    expect(isRunning(pid)).toBe(false);
    server = await EmbeddedPostgres.start(dataDir);
    expect(await ask(server.portal(), 'select value from kept')).toHaveLength(2);
  });

  test('a server that nobody has claimed yet is left to whoever started it, also by a process that stalled meanwhile', async () => {
    await server.close();
    const cluster = openCluster(dataDir);
    const unclaimed = await ServerProcess.start(cluster, { onLine: () => {} });
    const address = addressOfProcess(cluster, unclaimed);
    await expect(joinAsGuest(address)).rejects.toThrow(/Nobody runs/);
    const second = EmbeddedPostgres.start(dataDir);
    second.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 200));
    // The whole process stands still, as on a machine that has a lot to do.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_500);
    const claim = await Claim.make(address);
    await claim.admitGuests();
    await expect(second).rejects.toThrow(DataFolderInUse);
    await (await joinAsGuest(address)).end();
    // And nobody's is ended, so that its files can be used again.
    await claim.end();
    server = await EmbeddedPostgres.start(dataDir);
    await unclaimed.ended;
    expect(await ask(server.portal(), 'select value from kept')).toHaveLength(2);
  });

  test('files of another major version are not opened, and both versions are named', async () => {
    await server.close();
    const file = join(dataDir, 'postgres', 'data', 'PG_VERSION');
    writeFileSync(file, '17\n');
    await expect(EmbeddedPostgres.start(dataDir)).rejects.toThrow(
      /is PostgreSQL 17's, and this Portico brings 18/,
    );
    writeFileSync(file, '18\n');
    server = await EmbeddedPostgres.start(dataDir);
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
    expect(await ask(server.portal(), 'select value from kept')).toHaveLength(2);
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

test('commands on a new folder at the same moment share a server, which none of them ends under another', async () => {
  const dataDir = join(root, 'shared');
  const work = async (_: unknown, n: number) => {
    const server = await EmbeddedPostgres.join(dataDir);
    const [row] = await ask(server.portal(), `select pg_sleep(${n / 10}), ${n} as n`);
    await server.close();
    return row?.['n'];
  };
  expect(await Promise.all(Array.from({ length: 4 }, work))).toEqual([0, 1, 2, 3]);
  expect(processesOn(dataDir)).toEqual([]);
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

test.runIf(process.getuid?.() === 0)(
  'root does nothing in a folder that is another user’s, who could have it do it anywhere',
  async () => {
    const dataDir = join(root, 'theirs');
    const elsewhere = join(root, 'elsewhere');
    for (const folder of [dataDir, elsewhere]) mkdirSync(folder);
    symlinkSync(elsewhere, join(dataDir, 'postgres'));
    chownSync(dataDir, 1, 1);
    await expect(EmbeddedPostgres.start(dataDir)).rejects.toThrow(
      /belongs to user 1, and root has no business/,
    );
    expect([statSync(elsewhere).uid, readdirSync(elsewhere)]).toEqual([0, []]);
    // Nor does root take over what a folder of its own leads to.
    chownSync(dataDir, 0, 0);
    chownSync(elsewhere, 1, 1);
    await expect(EmbeddedPostgres.start(dataDir)).rejects.toThrow(/belongs to another user, 1/);
    expect(statSync(elsewhere).uid).toBe(1);
  },
);

test('a data folder of an older Portico is left alone, and one sentence says what to do', async () => {
  const dataDir = join(root, 'older');
  mkdirSync(join(dataDir, 'database'), { recursive: true });
  writeFileSync(join(dataDir, 'database', 'portico-complete'), '');
  await expect(EmbeddedPostgres.start(dataDir)).rejects.toThrow(
    /was made by an older Portico, whose format this one can't read: move "database" and "demo-erp" out of /,
  );
  expect(readFileSync(join(dataDir, 'database', 'portico-complete'), 'utf8')).toBe('');
});
