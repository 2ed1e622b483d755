// Measures what writing an audit entry adds to a transaction: node bench/audit-cost.mjs [postgres://…/postgres]
// Without an address it uses an embedded database in a temporary folder. Otherwise it creates a database on that server,
// and drops it at the end. The transaction has two statements, like that of a sign-in. Sealing runs in parallel, as in
// the service. Needs a build (npm run build). ROUNDS and PER_ROUND change the number of transactions.
import 'reflect-metadata';
import pg from 'pg';
import { pino } from 'pino';
import { composeAudit } from '../dist/src/composition/audit.js';
import { openLocalDatabase } from '../dist/src/composition/local-database.js';
import { parseConfig } from '../dist/src/config.js';
import { inTransaction } from '../dist/src/db/in-transaction.js';
import { migrate } from '../dist/src/db/migrate.js';
import { EmbeddedPostgres } from '../dist/src/embedded-postgres/embedded-postgres.js';
import { scratchFolder } from './scratch.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 6);
const PER_ROUND = Number(process.env.PER_ROUND ?? 1_500);
const NAME = 'portico_bench_audit_cost';
const server = process.argv[2] && new URL(process.argv[2]);

async function administer(...statements) {
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

if (server) await administer(`drop database if exists ${NAME} with (force)`, `create database ${NAME}`);
const embedded = server ? null : await EmbeddedPostgres.start(scratchFolder());
const settings = server
  ? { DATABASE_URL: Object.assign(new URL(server), { pathname: `/${NAME}` }).href }
  : {};
const database = await openLocalDatabase(parseConfig(settings), { embedded });
const { dataSource } = database;
await migrate(dataSource);
const [user] = await dataSource.query(
  `insert into portal_user (username, username_key, email, email_key, role_id, password_hash)
   values ('ada', 'ada', 'ada@example.com', 'ada@example.com', 2, 'x') returning id`,
);
const auditing = await composeAudit(
  { anchor: null, anchorSeconds: 60 },
  { dataSource, logger: pino({ level: 'silent' }), now: () => new Date() },
);
const origin = {
  actorId: user.id,
  actorName: 'ada',
  ip: '203.0.113.7',
  userAgent:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
  requestId: '6f1f3a5e-0d4c-4b60-9a55-0f7f0c6a4b11',
};
const event = {
  action: 'LOGIN_SUCCEEDED',
  target: { type: 'PORTAL_USER', id: user.id, label: 'ada@example.com' },
};

/** @returns the milliseconds of each transaction, and the transactions per second */
async function run(audited, concurrency) {
  const times = [];
  let left = PER_ROUND;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left-- > 0) {
        const began = performance.now();
        await inTransaction(dataSource, async (tx) => {
          await tx.query('select id from portal_user where id = $1 for share', [user.id]);
          await tx.query(
            'insert into rate_limit (key, points, expire) values (gen_random_uuid()::text, 1, 0)',
          );
          if (audited) await auditing.audit.append(tx, origin, event);
        });
        times.push(performance.now() - began);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return { times, perSecond: PER_ROUND / seconds };
}

const percentile = (times, share) => times[Math.floor(times.length * share)].toFixed(2).padStart(6);

try {
  for (const clients of [1, 4]) {
    const results = { without: { times: [], rates: [] }, with: { times: [], rates: [] } };
    await run(true, clients);
    // The two variants take turns, because a machine's speed changes over time.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, audited] of [
        ['without', false],
        ['with', true],
      ]) {
        const { times, perSecond } = await run(audited, clients);
        results[name].times.push(...times);
        results[name].rates.push(perSecond);
      }
    }
    for (const [name, { times, rates }] of Object.entries(results)) {
      times.sort((a, b) => a - b);
      rates.sort((a, b) => a - b);
      const rate = rates[Math.floor(rates.length / 2)].toFixed(0).padStart(5);
      process.stdout.write(
        `${clients} at a time, ${name.padEnd(7)} an entry: p50 ${percentile(times, 0.5)} ms   p95 ${percentile(times, 0.95)} ms   ${rate} transactions a second\n`,
      );
    }
  }
} finally {
  await auditing.stop();
  await database.close();
  await embedded?.close();
  if (server) await administer(`drop database ${NAME} with (force)`);
}
