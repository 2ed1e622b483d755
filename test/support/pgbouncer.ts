import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { READER, serverUrl } from './postgres-server.mjs';
import { until } from './until.js';

/** PgBouncer's program; null where it isn't installed. */
export const PGBOUNCER =
  [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin']
    .map((folder) => join(folder, 'pgbouncer'))
    .find((path) => existsSync(path)) ?? null;

/** The user that it becomes where root runs the tests, because it refuses to run as root. */
const NOBODY = 65_534;

/** A PgBouncer in transaction mode in front of the server to test on. */
export interface PgBouncer {
  port: number;
  /** The address of a database of the server, through it. */
  through(url: string): string;
  stop(): Promise<void>;
}

/** Starts one that has this many server connections for each database and user. */
export async function startPgBouncer(poolSize: number): Promise<PgBouncer> {
  if (!PGBOUNCER) throw new Error('pgbouncer is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'portico-test-pgbouncer-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { hostname, port: serverPort, username, password } = new URL(serverUrl());
  const users = [
    [decodeURIComponent(username), decodeURIComponent(password)],
    [READER.user, READER.password],
  ];
  writeFileSync(join(folder, 'users'), users.map(([user, secret]) => `"${user}" "${secret}"\n`).join(''));
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
* = host=${hostname} port=${serverPort || 5432}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder, 'users')}
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 200
`,
  );
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawn(PGBOUNCER, ['-q', join(folder, 'pgbouncer.ini')], { ...identity, stdio: 'ignore' });
  const ended = once(child, 'close');
  await until(() => answers(port));
  return {
    port,
    through: (url) => {
      const pooled = new URL(url);
      [pooled.hostname, pooled.port] = ['127.0.0.1', String(port)];
      return pooled.href;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
