import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { migrate } from '../db/migrate.js';
import { openLocalDatabase } from '../parts/local-database.js';

/** Runs one command's work on the local database, brought up to date, and closes it. */
export async function withDatabase<T>(
  config: Config,
  work: (dataSource: DataSource, migrated: readonly string[]) => Promise<T>,
): Promise<T> {
  const database = await openLocalDatabase(config);
  try {
    return await work(database.dataSource, await migrate(database.dataSource));
  } finally {
    await database.close();
  }
}
