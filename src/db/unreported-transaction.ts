import type pg from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Runs one transaction on a connection itself, past what counts and logs statements: for work that no request asked for.
 * Nothing is left open, whatever the work throws.
 */
export async function unreportedTransaction<T>(
  dataSource: DataSource,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  // TypeORM listens for a connection that breaks; that would end the process otherwise.
  const client = (await runner.connect()) as pg.ClientBase;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // Where even this fails, the connection is broken, and the pool throws it away.
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    await runner.release();
  }
}
