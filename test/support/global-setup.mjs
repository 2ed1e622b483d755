import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Nothing of a test's needs to outlive a power cut, and many files work at once. No database lives long enough to vacuum. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: '300' };

/** Builds what ships, starts the embedded server unless another is named, and makes the databases that test files copy. */
export default async function globalSetup() {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  const stop = process.env['PORTICO_TEST_POSTGRES'] ? async () => {} : await startServer();
  const { makeTemplates, dropTemplates } = await import('./templates.mjs');
  await makeTemplates();
  return async () => {
    await dropTemplates();
    await stop();
  };
}

const MEMORY = '/dev/shm';
/** All databases that are there at a time, several times over. */
const ROOM = 4 * 2 ** 30;

/** A folder in memory, where files are copied and removed in half the time; null where there is none, or not enough of it. */
function roomyMemory() {
  if (!existsSync(MEMORY)) return null;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? MEMORY : null;
}

async function startServer() {
  const { EmbeddedPostgres } = await import('../../dist/src/embedded-postgres/embedded-postgres.js');
  const folder = mkdtempSync(join(roomyMemory() ?? tmpdir(), 'portico-test-server-'));
  // Where root runs the tests, the server is somebody else, who has to get here.
  chmodSync(folder, 0o755);
  // At a port with a password, as the proxies in the tests want it; its own tests have it at a socket.
  const server = await EmbeddedPostgres.start(join(folder, 'data'), { settings: SETTINGS, socket: false });
  const { host, port, user, password } = server.administrator();
  // A login takes the processor's time for each of thousands of connections otherwise.
  await server.administer('postgres', (client) =>
    client.query(`set scram_iterations = 1; alter role ${user} password '${password}'`),
  );
  process.env['PORTICO_TEST_POSTGRES'] = `postgres://${user}:${password}@${host}:${port}/postgres`;
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
}
