import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { migrate } from '../db/migrate.js';
import { sealPending } from '../features/audit/seal-pending.js';
import { openLocalDatabase } from '../parts/local-database.js';

/** Runs one command's work on the local database, brought up to date, and closes it. */
export async function withDatabase<T>(
  config: Config,
  work: (dataSource: DataSource, migrated: readonly string[]) => Promise<T>,
): Promise<T> {
  const database = await openLocalDatabase(config);
  try {
    const result = await work(database.dataSource, await migrate(database.dataSource));
    // What it wrote down waits for no service.
    await sealPending(database.dataSource);
    return result;
  } finally {
    await database.close();
  }
}
