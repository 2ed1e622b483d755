import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedDatabase, serveDatabase } from '../support/served-database.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { until } from '../support/until.js';

/** The connections of this machine, and how the kernel writes their state and the timer that runs. */
const TCP = '/proc/net/tcp';
const ESTABLISHED = '01';
const KEEP_ALIVE_TIMER = '02:';

let database: ServedDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await serveDatabase();
  app = await startTestApp({ DATABASE_URL: database.url, DB_POOL_MAX: '' });
});
afterAll(async () => {
  await app.stop();
  await database.close();
});

const ready = async () => {
  const response = await fetch(`${app.url}/readyz`, { signal: AbortSignal.timeout(60_000) });
  return { status: response.status, body: await response.json() };
};

test('a database that hangs takes the instance out of service, and its return back in', async () => {
  expect(await ready()).toEqual({
    status: 200,
    body: { status: 'ready', dependencies: { database: 'up', erp: 'up' } },
  });
  database.dead = true;
  await until(async () => (await ready()).status === 503);
  expect((await ready()).body).toEqual({
    status: 'unready',
    dependencies: { database: 'down', erp: 'up' },
  });
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);

  // What only the database knows is missing then, and the rest is there.
  const metrics = await fetch(`${app.url}/metrics`, { signal: AbortSignal.timeout(10_000) });
  const text = await metrics.text();
  expect(text).toMatch(/^portico_pool_connections\{/m);
  expect(text).toMatch(/^# TYPE portico_mails gauge$/m);
  expect(text).not.toMatch(/^portico_(mails|provisionings)\{/m);

  database.dead = false;
  await until(async () => (await ready()).status === 200);
});

test('a connection that breaks while the database is asked for a sign of life takes nothing down', async () => {
  database.dead = true;
  database.held = 0;
  const asked = until(async () => (await ready()).status === 503);
  await until(() => database.held > 0);
  database.reset();
  await asked;
  database.dead = false;
  await until(async () => (await ready()).status === 200);
});

test.runIf(existsSync(TCP))(
  'a host that is gone without a word is noticed: the kernel probes each connection',
  async () => {
    const port = Number(new URL(database.url).port).toString(16).toUpperCase().padStart(4, '0');
    const probed = () =>
      readFileSync(TCP, 'utf8')
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter(([, , remote, state]) => remote?.endsWith(`:${port}`) && state === ESTABLISHED)
        .map(([, , , , , timer]) => timer?.startsWith(KEEP_ALIVE_TIMER));
    await until(() => probed().length > 0 && probed().every((isProbed) => isProbed));
  },
);
