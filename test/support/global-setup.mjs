import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
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

async function startServer() {
  const { EmbeddedPostgres } = await import('../../dist/src/embedded-postgres/embedded-postgres.js');
  const folder = mkdtempSync(join(tmpdir(), 'portico-test-server-'));
  // Where root runs the tests, the server is somebody else, who has to get here.
  chmodSync(folder, 0o755);
  // At a port with a password, as the proxies in the tests want it; its own tests have it at a socket.
  const server = await EmbeddedPostgres.start(join(folder, 'data'), { settings: SETTINGS, socket: false });
  const { host, port, user, password } = server.administrator();
  // A login takes the processor's time for each of thousands of connections otherwise.
  await server.administer('postgres', (client) =>
    client.query(`set scram_iterations = 1; alter role ${user} password '${password}'`),
  );
  await letKernelCopy(server);
  process.env['PORTICO_TEST_POSTGRES'] = `postgres://${user}:${password}@${host}:${port}/postgres`;
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
}

/** Has the kernel copy the files of a new database, which takes it half the time. Not every machine can. */
async function letKernelCopy(server) {
  const copies = [
    'set file_copy_method = clone',
    'create database copied strategy file_copy',
    'drop database copied',
  ];
  await server
    .administer('postgres', async (client) => {
      for (const statement of copies) await client.query(statement);
      await client.query('alter system set file_copy_method = clone');
      await client.query('select pg_reload_conf()');
    })
    .catch(() => {});
}
