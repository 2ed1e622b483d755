import PgBoss from 'pg-boss';
import type { DataSource } from 'typeorm';
import type { Tx } from './in-transaction.js';
import { poolOf } from './pool.js';
import { QUEUES } from './queues.js';

/** Makes pg-boss's tables, or brings them up to date, and makes sure of the queues. */
export async function prepareJobs(dataSource: DataSource): Promise<void> {
  const boss = createBoss(dataSource, () => {});
  await boss.start();
  for (const queue of QUEUES) await boss.createQueue(queue);
  await boss.stop({ graceful: false });
}

/** On the pool itself: polling isn't worth a line or a number anywhere. */
export function createBoss(dataSource: DataSource, onOutage: (error: unknown) => void): PgBoss {
  let troubled = false;
  const executeSql = async (text: string, values?: unknown[]) => {
    try {
      const result = await poolOf(dataSource).query(text, values);
      troubled = false;
      return result;
    } catch (error) {
      // Where fetching fails, pg-boss says that there is nothing to do.
      if (!troubled) onOutage(error);
      troubled = true;
      throw error;
    }
  };
  const boss = new PgBoss({ db: { executeSql }, supervise: false, schedule: false });
  // What fails is thrown as well.
  return boss.on('error', () => {});
}

/** pg-boss's statements on a transaction of ours. */
export function bossDatabase(tx: Tx): PgBoss.Db {
  return {
    executeSql: async (text, values) => {
      const { records } = (await tx.queryRunner?.query(text, values, true)) ?? { records: [] };
      return { rows: records };
    },
  };
}
