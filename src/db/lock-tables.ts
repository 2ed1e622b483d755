import type { QueryRunner } from 'typeorm';
import { isLockNotFree } from './lock-not-free.js';

/** Less than the second after which PostgreSQL looks for a deadlock, and might end the other transaction for it. */
const WAIT_MS = 500;

/** Tables that a transaction needs for itself are in use. It was rolled back and may be tried again. */
export class TablesInUse extends Error {
  constructor(
    readonly tables: readonly string[],
    cause: unknown,
  ) {
    super(`in use: ${tables.join(', ')}`, { cause });
  }
}

/**
 * Locks those of the tables that exist until the transaction ends. Everyone else who wants to read one waits behind this,
 * so it waits only a moment. The tables are in the order of the joins of our queries, which lock them in the order in
 * which they name them.
 *
 * @throws TablesInUse
 */
export async function lockTables(runner: QueryRunner, tables: readonly string[]): Promise<void> {
  const existing: { name: string }[] = await runner.query(
    `select name from unnest($1::text[]) with ordinality as t (name, place)
     where to_regclass(name) is not null order by place`,
    [tables],
  );
  if (existing.length === 0) return;
  const names = existing.map(({ name }) => name);
  await runner.query(`set local lock_timeout = ${WAIT_MS}`);
  try {
    await runner.query(`lock table ${names.join(', ')} in access exclusive mode`);
  } catch (error) {
    throw isLockNotFree(error) ? new TablesInUse(names, error) : error;
  }
  await runner.query('set local lock_timeout to default');
}
