import type { DataSource } from 'typeorm';
import { joinEmbedded } from '../composition/embedded-postgres.js';
import { openLocalDatabase } from '../composition/local-database.js';
import type { Config } from '../config.js';
import { migrate } from '../db/migrate.js';
import { hasDatabase } from '../embedded-postgres/cluster.js';
import { sealPending } from '../features/audit/chain/seal-pending.js';

/** @throws Error where the embedded database isn't there: whoever reads it doesn't want a new one, as DATA_DIR was mistyped */
export function assertDatabaseExists({ dataDir, database }: Config): void {
  if (database.kind !== 'embedded' || hasDatabase(dataDir)) return;
  throw new Error(`There is no database in ${dataDir}. Name the folder that the service has with DATA_DIR.`);
}

/** Runs one command's work on the local database, brought up to date, and closes it. */
export function withDatabase<T>(
  config: Config,
  work: (dataSource: DataSource, migrated: readonly string[]) => Promise<T>,
): Promise<T> {
  return withUnmigratedDatabase(config, async (dataSource) => {
    const result = await work(dataSource, await migrate(dataSource));
    // What it wrote down waits for no service.
    await sealPending(dataSource);
    return result;
  });
}

/** The same without a change of its own: an embedded one may be in use by the service meanwhile. */
export async function withUnmigratedDatabase<T>(
  config: Config,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const embedded = await joinEmbedded({ dataDir: config.dataDir, database: config.database });
  try {
    const database = await openLocalDatabase(config, { embedded });
    try {
      return await work(database.dataSource);
    } finally {
      await database.close();
    }
  } finally {
    await embedded?.close();
  }
}
