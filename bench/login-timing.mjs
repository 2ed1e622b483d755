// Measures whether the response time of a failed sign-in reveals the kind of login: node bench/login-timing.mjs
// Uses an embedded database in a temporary folder. Needs a build (npm run build). SAMPLES changes the number of
// attempts.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { pino } from 'pino';
import { startApp } from '../dist/src/app.js';
import { parseConfig } from '../dist/src/config.js';
import { EmbeddedPostgres } from '../dist/src/embedded-postgres/embedded-postgres.js';
import { scratchFolder } from './scratch.mjs';

const SAMPLES = Number(process.env.SAMPLES ?? 60);
const LOGIN =
  'mutation ($l: String!) { login(input: { login: $l, password: "not the password" }) { expiresAt } }';
const KINDS = ['unknown', 'wrong', 'waiting', 'older hash'];
const LOGINS = { unknown: 'nobody', wrong: 'customer1', waiting: 'customer2', 'older hash': 'driver1' };

const folder = scratchFolder();
const embedded = EmbeddedPostgres.start(folder);
const config = parseConfig({
  DATA_DIR: folder,
  PORT: '0',
  LOG_LEVEL: 'silent',
  LOGIN_ATTEMPTS: '100',
  LOGIN_ATTEMPTS_PER_ADDRESS: '10000',
  RATE_LIMIT_PER_ADDRESS: '100000',
  RATE_LIMIT_PUBLIC_MUTATIONS: '100000',
});
const app = await startApp(config, { logger: pino({ level: 'silent' }), embedded });

async function onDatabase(sql, values) {
  const client = new pg.Client((await embedded).portal());
  await client.connect();
  await client.query(sql, values);
  await client.end();
}

async function timeOf(login) {
  const started = performance.now();
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: LOGIN, variables: { l: login } }),
  });
  await response.text();
  return performance.now() - started;
}

const { vectors } = JSON.parse(readFileSync('test/fixtures/legacy-password-hashes.json', 'utf8'));
const olderHash = vectors.find(({ method }) => method.startsWith('scrypt:'))?.hash;
await onDatabase("update portal_user set password_hash = $1 where username = 'driver1'", [olderHash]);
const times = Object.fromEntries(KINDS.map((kind) => [kind, []]));
for (let n = 0; n < SAMPLES; n += 1) {
  await onDatabase('delete from login_counter');
  for (const kind of KINDS) {
    if (kind === 'waiting') {
      await onDatabase(
        `insert into login_counter (key, user_id, failures, looked_at, waits, waiting_until, waiting_since_attempt, forget_at)
         select 'account:' || id, id, 9, 0, 1, now() + interval '1 hour', gen_random_uuid(), now() + interval '1 day'
         from portal_user where username = 'customer2'`,
      );
    }
    times[kind].push(await timeOf(LOGINS[kind]));
  }
}
await app.stop();

const rows = KINDS.map((kind) => {
  const sorted = times[kind].sort((a, b) => a - b);
  const at = (share) => Number(sorted[Math.min(SAMPLES - 1, Math.floor(SAMPLES * share))].toFixed(1));
  return { kind, 'p10 ms': at(0.1), 'median ms': at(0.5), 'p90 ms': at(0.9) };
});
process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
