import PgBoss from 'pg-boss';
import type { DataSource } from 'typeorm';
import type { Tx } from './in-transaction.js';
import { poolOf } from './pool.js';
import { QUEUES } from './queues.js';

/** Creates or upgrades the tables of pg-boss, and creates the queues that are missing. */
export async function prepareJobs(dataSource: DataSource): Promise<void> {
  const boss = createBoss(dataSource, () => {});
  await boss.start();
  for (const queue of QUEUES) await boss.createQueue(queue);
  await boss.stop({ graceful: false });
}

/**
 * A pg-boss that queries the connection pool directly, so that its polling is neither logged nor counted.
 *
 * @param onOutage called once per outage of the database
 */
export function createBoss(dataSource: DataSource, onOutage: (error: unknown) => void): PgBoss {
  let outageReported = false;
  const executeSql = async (text: string, values?: unknown[]) => {
    try {
      const result = await poolOf(dataSource).query(text, values);
      outageReported = false;
      return result;
    } catch (error) {
      // Reported here, because pg-boss returns an empty list if fetching fails.
      if (!outageReported) onOutage(error);
      outageReported = true;
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
