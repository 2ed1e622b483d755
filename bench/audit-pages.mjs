// Measures a page of the audit log at the start and deep in a million entries:
// node bench/audit-pages.mjs postgres://…/postgres
// Creates a database on the server, and drops it at the end. Needs a build (npm run build). ROWS changes the number of
// entries; with VERIFY=1 it also verifies them.
import 'reflect-metadata';
import pg from 'pg';
import { openLocalDatabase } from '../dist/src/composition/local-database.js';
import { parseConfig } from '../dist/src/config.js';
import { migrate } from '../dist/src/db/migrate.js';
import { AuditEntryStore } from '../dist/src/features/audit/audit-entry.store.js';
import { verifyAuditLog } from '../dist/src/features/audit/chain/verify-audit-log.js';

const ROWS = Number(process.env.ROWS ?? 1_000_000);
const PAGE = 50;
const SAMPLES = 20;
const NAME = 'portico_bench_audit';
const USER = '00000000-0000-4000-8000-000000000001';

const server = new URL(process.argv[2] ?? 'postgres://postgres@127.0.0.1:5432/postgres');
const urlOf = (database) => Object.assign(new URL(server), { pathname: `/${database}` }).href;

async function on(database, ...statements) {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

// Entries are one minute apart. Fifty logins are actors and targets in turn. Retried mails are rare, and all long ago.
const FILL = `
  insert into audit_entry (sequence, at, action, actor_id, actor_name, target_type, target_id, target_label, changes, ip,
    user_agent, request_id, previous_hash, hash)
  select n, timestamptz '2024-01-01' + n * interval '1 minute',
    case when n % 5000 = 0 and n < ${ROWS / 10} then 'MAIL_RETRIED' when n % 10 = 0 then 'PORTAL_USER_UPDATED' else 'LOGIN_SUCCEEDED' end,
    ('00000000-0000-4000-8000-' || lpad((n % 50)::text, 12, '0'))::uuid, 'user' || n % 50,
    'PORTAL_USER', '00000000-0000-4000-8000-' || lpad((n * 7 % 50)::text, 12, '0'), 'user' || n * 7 % 50 || '@example.com', '[]',
    '203.0.113.7', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', gen_random_uuid()::text,
    sha256(n::text::bytea), sha256((n + 1)::text::bytea)
  from generate_series(1, ${ROWS}) n`;

const middle = new Date(Date.parse('2024-01-01') + (ROWS / 2) * 60_000);
const FILTERS = {
  everything: {},
  'one actor, by id': { actor: USER },
  'one actor, by name': { actor: 'USER1' },
  'one target, by e-mail': { target: 'user1@example.com' },
  'one target, by id': { target: USER },
  'a frequent action': { actions: ['LOGIN_SUCCEEDED'] },
  'a rare action, all long ago': { actions: ['MAIL_RETRIED'] },
  'four actions': { actions: ['LOGIN_SUCCEEDED', 'PORTAL_USER_UPDATED', 'MAIL_RETRIED', 'LOGGED_OUT'] },
  'the older half': { to: middle },
  'one day in the middle': { from: middle, to: new Date(middle.getTime() + 86_400_000) },
  'an actor in the older half': { actor: USER, to: middle },
  'an actor, a rare action': { actor: USER, actions: ['MAIL_RETRIED'] },
  'a type without entries': { targetType: 'QUOTE' },
};

await on('postgres', `drop database if exists ${NAME} with (force)`, `create database ${NAME}`);
const database = await openLocalDatabase(parseConfig({ DATABASE_URL: urlOf(NAME) }));
try {
  await migrate(database.dataSource);
  await on(NAME, FILL, 'vacuum analyze audit_entry');
  const store = new AuditEntryStore(database.dataSource);
  const time = async (work) => {
    const times = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const started = performance.now();
      await work();
      times.push(performance.now() - started);
    }
    return times
      .sort((a, b) => a - b)
      [SAMPLES / 2].toFixed(1)
      .padStart(7);
  };
  const page = (filter, after) =>
    store.page(filter, { limit: PAGE, backwards: false, after: after && [String(after)], before: null });
  for (const [name, filter] of Object.entries(FILTERS)) {
    const first = await time(() => page(filter, null));
    const deep = await time(() => page(filter, Math.round(ROWS / 20)));
    process.stdout.write(`${name.padEnd(28)} first ${first} ms   the last twentieth ${deep} ms\n`);
  }
  const logins = Array.from(
    { length: 50 },
    (_, n) => USER.replace(/1$/, '').slice(0, -2) + String(n).padStart(3, '0'),
  );
  const trails = await time(() => store.ofLogins(logins, { limit: 20, after: null, filter: {} }));
  process.stdout.write(`the trails of ${logins.length} logins ${trails} ms\n`);
  const { rows } = await pool(database).query("select pg_total_relation_size('audit_entry') as bytes");
  process.stdout.write(`${(Number(rows[0].bytes) / ROWS).toFixed(0)} bytes an entry, with its indexes\n`);
  if (process.env.VERIFY) await verify(database.dataSource);
} finally {
  await database.close();
  await on('postgres', `drop database ${NAME} with (force)`);
}

function pool({ dataSource }) {
  return { query: async (sql) => ({ rows: await dataSource.query(sql) }) };
}

/** Measures the time and memory of verifying all entries. They are chained first, because their hashes are made up. */
async function verify(dataSource) {
  await on(
    NAME,
    'insert into audit_intake (at, action, actor_id, actor_name, target_type, target_id, target_label, changes, ip, user_agent, request_id) select at, action, actor_id, actor_name, target_type, target_id, target_label, changes, ip, user_agent, request_id from audit_entry order by sequence',
    'alter table audit_entry disable trigger all',
    'delete from audit_entry',
    'alter table audit_entry enable trigger all',
  );
  const { sealPending } = await import('../dist/src/features/audit/chain/seal-pending.js');
  const sealing = performance.now();
  await sealPending(dataSource);
  const sealed = (performance.now() - sealing) / 1000;
  process.stdout.write(`chained ${ROWS} in ${sealed.toFixed(1)} s, ${(ROWS / sealed).toFixed(0)} a second\n`);
  const started = performance.now();
  const { broken, entriesChecked } = await verifyAuditLog(dataSource, (async function* () {})());
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const mb = (process.memoryUsage().rss / 1e6).toFixed(0);
  process.stdout.write(
    `verified ${entriesChecked} in ${seconds} s, ${broken ? 'broken' : 'intact'}, ${mb} MB resident\n`,
  );
}
