import type pg from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Runs one transaction directly on a connection, so that its statements are neither counted nor logged. It is for work
 * that no request asked for. If the work throws, the transaction is rolled back and the connection is released.
 */
export async function unreportedTransaction<T>(
  dataSource: DataSource,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  // TypeORM listens for errors of the connection. Without a listener, a broken connection would end the process.
  const client = (await runner.connect()) as pg.ClientBase;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // If the rollback fails too, the connection is broken, and the pool discards it.
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    await runner.release();
  }
}
