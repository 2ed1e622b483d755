import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLocalDatabase } from '../../src/composition/local-database.js';
import { parseConfig } from '../../src/config.js';
import { withAdvisoryLock } from '../../src/db/advisory-lock.js';
import { migrate } from '../../src/db/migrate.js';
import { administer, newDatabase } from '../support/postgres-server.mjs';
import { cleanUp, runPortico, workFolder } from '../support/spawn-portico.js';
import { until } from '../support/until.js';

/** Versions of Portico that meet in a rolling update must take the same lock. */
const MIGRATION_LOCK = 7_041_776_001;

let database: Awaited<ReturnType<typeof newDatabase>>;
beforeAll(async () => {
  database = await newDatabase();
});
afterAll(async () => {
  await cleanUp();
  await database.drop();
});

/** Has three instances migrate at the same moment; the names of the migrations that each ran. */
async function inProcesses(url: string): Promise<string[][]> {
  const gate = new pg.Client({ connectionString: url });
  await gate.connect();
  try {
    await gate.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const surroundings = { folder: workFolder(), settings: { DATABASE_URL: url } };
    const running = [1, 2, 3].map(() => runPortico(['migrate'], surroundings));
    await until(async () => {
      const waiting = await gate.query(
        "select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'",
      );
      return waiting.rowCount === running.length;
    });
    await gate.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    const ended = await Promise.all(running);
    for (const { code, stderr } of ended) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return ended.map(({ stdout }) => (/^ran (.+)$/m.exec(stdout)?.[1] ?? '').split(', ').filter(Boolean));
  } finally {
    await gate.end();
  }
}

test('several instances on an empty database all start, and each migration runs once', async () => {
  const ran = await inProcesses(database.url);
  const { dataSource, close } = await openLocalDatabase(parseConfig({ DATABASE_URL: database.url }));
  try {
    const known = dataSource.migrations.map(({ name }) => name);
    expect(known).toContain('Identity0000000000001');
    expect(ran.flat().sort()).toEqual(known.sort());
    // One of them did it all; the others waited for it.
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate(dataSource)).toEqual([]);
    expect(await dataSource.query('select id, name from role order by id')).toEqual([
      { id: 1, name: 'OPERATIONS' },
      { id: 2, name: 'CUSTOMER' },
      { id: 3, name: 'ADMIN' },
      { id: 4, name: 'DRIVER' },
      { id: 5, name: 'WAREHOUSE' },
    ]);
  } finally {
    await close();
  }
});

test('a lock that another connection keeps is waited for with a word, and not for ever', async () => {
  const holder = new pg.Client({ connectionString: database.url, application_name: 'left behind' });
  await holder.connect();
  const { dataSource, close } = await openLocalDatabase(parseConfig({ DATABASE_URL: database.url }));
  try {
    // As an earlier version's lock stays behind a connection pooler.
    await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const { rows } = await holder.query('select pg_backend_pid() as pid');
    const said: string[] = [];
    const lock = { dataSource, key: MIGRATION_LOCK, purpose: 'migrate the database' };
    const onWait = (message: string) => said.push(message);
    const taken = withAdvisoryLock({ ...lock, onWait, attemptMs: 20, attempts: 3 }, async () => 'taken');
    const who = `the server process ${rows[0].pid} ("left behind", idle since `;
    await expect(taken).rejects.toThrow(who);
    expect(said).toHaveLength(2);
    for (const message of said) expect(message).toContain(who);
    const patient = withAdvisoryLock({ ...lock, onWait }, async () => 'taken');
    await holder.query('select pg_advisory_unlock_all()');
    expect(await patient).toBe('taken');
    const left = `select from pg_locks l join pg_database d on d.oid = l.database
      where locktype = 'advisory' and datname = current_database()`;
    expect(await dataSource.query(left)).toEqual([]);
  } finally {
    await close();
    await holder.end();
  }
});

test('the timeouts of the login do not end the migration half-way', async () => {
  const own = await newDatabase();
  const setting = (name: string) =>
    `alter database ${new URL(own.url).pathname.slice(1)} set ${name} = '1min'`;
  await administer(setting('statement_timeout'), setting('idle_in_transaction_session_timeout'));
  const { dataSource, close } = await openLocalDatabase(parseConfig({ DATABASE_URL: own.url }));
  const timeouts = `select current_setting('statement_timeout') as statement,
    current_setting('idle_in_transaction_session_timeout') as idle`;
  try {
    const lock = { dataSource, key: MIGRATION_LOCK, purpose: 'migrate the database', onWait: () => {} };
    const found = await withAdvisoryLock(lock, (runner) => runner.query(timeouts));
    expect(found).toEqual([{ statement: '0', idle: '0' }]);
    // They are back afterwards.
    expect(await dataSource.query(timeouts)).toEqual([{ statement: '1min', idle: '1min' }]);
  } finally {
    await close();
    await own.drop();
  }
});
