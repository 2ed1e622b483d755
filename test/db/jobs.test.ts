import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type LocalDatabase, openLocalDatabase } from '../../src/composition/local-database.js';
import { parseConfig } from '../../src/config.js';
import { inTransaction } from '../../src/db/in-transaction.js';
import type { Job } from '../../src/db/job-loop.js';
import { Jobs } from '../../src/db/jobs.js';
import { demoDatabase } from '../support/demo-database.js';
import { until } from '../support/until.js';

interface Task {
  n: number;
}

let drop: () => Promise<void>;
let database: LocalDatabase;
let dataSource: DataSource;
const running: Jobs[] = [];
beforeAll(async () => {
  const made = await demoDatabase();
  drop = made.drop;
  database = await openLocalDatabase(parseConfig({ DATABASE_URL: made.url }));
  ({ dataSource } = database);
});
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  await dataSource.query('delete from pgboss.job');
});
afterAll(async () => {
  await database.close();
  await drop();
});

function workOff(work: (job: Job<Task>) => Promise<void>) {
  const failures: unknown[] = [];
  const troubles: unknown[] = [];
  const jobs = new Jobs(dataSource, { onOutage: (error) => troubles.push(error), drainMs: 300 });
  jobs.define<Task>({
    name: 'mail',
    concurrency: 2,
    expireInSeconds: 60,
    work,
    onFailed: (error) => failures.push(error),
  });
  jobs.start();
  running.push(jobs);
  return { jobs, failures, troubles };
}

const send = (jobs: Jobs, ...numbers: number[]) =>
  inTransaction(dataSource, async (tx) => {
    for (const n of numbers) await jobs.send(tx, 'mail', { n });
  });
const open = () => dataSource.query("select id from pgboss.job where state < 'completed'");

test('a job commits with its transaction, and is gone where that is undone', async () => {
  const done: number[] = [];
  const { jobs } = workOff(async (job) => {
    await inTransaction(dataSource, (tx) => job.done(tx));
    done.push(job.data.n);
  });
  await send(jobs, 1);
  const undone = inTransaction(dataSource, async (tx) => {
    await jobs.send(tx, 'mail', { n: 2 });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await send(jobs, 3);
  await until(() => done.length === 2);
  expect(done.sort()).toEqual([1, 3]);
  expect(await open()).toEqual([]);
});

test('no more are worked on at once than is said, and all of them in the end', async () => {
  let most = 0;
  let current = 0;
  let ended = 0;
  const { jobs } = workOff(async (job) => {
    current += 1;
    most = Math.max(most, current);
    await inTransaction(dataSource, (tx) => job.done(tx));
    current -= 1;
    ended += 1;
  });
  await send(jobs, ...Array.from({ length: 20 }, (_, n) => n));
  await until(() => ended === 20);
  expect(most).toBe(2);
});

test('a job whose worker fails comes again, and others are not held up', async () => {
  const seen: number[] = [];
  const { jobs, failures } = workOff(async (job) => {
    seen.push(job.data.n);
    if (job.data.n === 1) throw new Error('not today');
    await inTransaction(dataSource, (tx) => job.done(tx));
  });
  await send(jobs, 1, 2);
  await until(async () => seen.length === 2 && (await open()).length === 1);
  expect(failures).toEqual([new Error('not today')]);
  await dataSource.query('update pgboss.job set start_after = now()');
  await until(() => seen.length === 3);
  expect(seen.at(-1)).toBe(1);
});

test('a job that is withdrawn is not run, unless that is undone; one that was begun can not be', async () => {
  const begun: number[] = [];
  const { jobs } = workOff(async ({ data, signal }) => {
    begun.push(data.n);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  });
  const sendLater = (n: number) => inTransaction(dataSource, (tx) => jobs.send(tx, 'mail', { n }, 3_600));
  const [withdrawn, kept] = [await sendLater(1), await sendLater(2)];
  const withdraw = (id: string) => inTransaction(dataSource, (tx) => jobs.withdraw(tx, 'mail', id));
  expect(await withdraw(withdrawn)).toBe(true);
  expect(await withdraw(withdrawn)).toBe(false);
  const undone = inTransaction(dataSource, async (tx) => {
    expect(await jobs.withdraw(tx, 'mail', kept)).toBe(true);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await dataSource.query('update pgboss.job set start_after = now()');
  // Wakes the worker, which takes two at a time.
  await send(jobs, 3);
  await until(() => begun.length === 2);
  expect(begun.sort()).toEqual([2, 3]);
  expect(await withdraw(kept)).toBe(false);
});

test('a job waits for longer than any service is stopped', async () => {
  await send(new Jobs(dataSource), 1);
  const jobs = await dataSource.query(
    "select keep_until > now() + interval '50 years' as lasts from pgboss.job",
  );
  expect(jobs).toEqual([{ lasts: true }]);
});

test('a job whose worker is gone is given out again', async () => {
  const { jobs } = workOff(
    ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
  );
  await send(jobs, 1);
  await until(
    async () => (await dataSource.query("select 1 from pgboss.job where state = 'active'")).length === 1,
  );
  await jobs.stop();
  expect(await open()).toHaveLength(1);
  await dataSource.query("update pgboss.job set started_on = started_on - interval '1 hour'");
  let again: number | null = null;
  workOff(async (job) => {
    again = job.data.n;
    await inTransaction(dataSource, (tx) => job.done(tx));
  });
  await until(() => again !== null);
  expect(again).toBe(1);
});

test('a stop takes no more, lets what is under way end, and asks what hangs to give up', async () => {
  let given = 0;
  let gaveUp = false;
  const { jobs } = workOff(async ({ signal }) => {
    given += 1;
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    gaveUp = true;
  });
  await send(jobs, 1);
  await until(() => given === 1);
  const stopped = jobs.stop();
  await send(jobs, 2);
  await stopped;
  expect({ given, gaveUp }).toEqual({ given: 1, gaveUp: true });
});

test('an outage of the database is told once, ends nothing, and afterwards the work goes on', async () => {
  const done: number[] = [];
  const { jobs, troubles } = workOff(async (job) => {
    await inTransaction(dataSource, (tx) => job.done(tx));
    done.push(job.data.n);
  });
  await dataSource.query('alter table pgboss.job rename to away');
  await until(() => troubles.length > 0);
  await dataSource.query('alter table pgboss.away rename to job');
  await send(jobs, 1);
  await until(() => done.length === 1);
  expect(troubles).toHaveLength(1);
});
