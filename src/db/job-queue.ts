import PgBoss from 'pg-boss';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Tx } from './in-transaction.js';
import { poolOf } from './pool.js';
import { QUEUES, type QueueName } from './queues.js';
import { isUniqueViolation } from './unique-violation.js';

/**
 * Creates or upgrades the tables of pg-boss. Its statements have a transaction, and a lock, of their own. Still an instance
 * that waited for the lock may not see yet that another one has created the schema: it then looks again.
 */
export async function prepareJobs(dataSource: DataSource): Promise<void> {
  const prepare = async () => {
    const boss = createBoss(dataSource, () => {});
    await boss.start();
    await boss.stop({ graceful: false });
  };
  await prepare().catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    return prepare();
  });
}

/** Creates the queues that are missing. Instances must take turns: two that do so at once can deadlock. */
export async function createQueues(runner: QueryRunner): Promise<void> {
  const boss = new PgBoss({ db: bossDatabase(runner.manager), supervise: false, schedule: false });
  for (const queue of QUEUES) await boss.createQueue(queue);
}

/**
 * A pg-boss that queries the connection pool directly, so that its polling is neither logged nor counted.
 *
 * @param onOutage called once per outage of the database
 */
export function createBoss(dataSource: DataSource, onOutage: (error: unknown) => void): PgBoss {
  // An outage ends when this statement is answered again. Others may have been answered all the time.
  let failing: string | null = null;
  const executeSql = async (text: string, values?: unknown[]) => {
    try {
      const result = await poolOf(dataSource).query(text, values);
      if (text === failing) failing = null;
      return result;
    } catch (error) {
      // Reported here, because pg-boss returns an empty list if fetching fails.
      if (failing === null) onOutage(error);
      failing ??= text;
      throw error;
    }
  };
  const boss = new PgBoss({ db: { executeSql }, supervise: false, schedule: false });
  // Ignored, because every failure is also thrown.
  return boss.on('error', () => {});
}

/** Runs the statements of pg-boss in the given transaction. */
export function bossDatabase(tx: Tx): PgBoss.Db {
  return {
    executeSql: async (text, values) => {
      const { records } = (await tx.queryRunner?.query(text, values, true)) ?? { records: [] };
      return { rows: records };
    },
  };
}

/**
 * Deletes a job that no worker has begun, which pg-boss has no function for. Until the transaction is decided, no worker
 * gets the job.
 *
 * @returns whether there was such a job
 */
export async function deleteUnbegunJob(tx: Tx, queue: QueueName, id: string): Promise<boolean> {
  const [, deleted] = await tx.query<[unknown[], number]>(
    "delete from pgboss.job where name = $1 and id = $2 and state = 'created'",
    [queue, id],
  );
  return deleted > 0;
}
