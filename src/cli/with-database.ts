import type { DataSource } from 'typeorm';
import { joinEmbedded } from '../composition/embedded-postgres.js';
import { openLocalDatabase } from '../composition/local-database.js';
import type { Config } from '../config.js';
import { migrate } from '../db/migrate.js';
import { hasDatabase } from '../embedded-postgres/cluster.js';
import { sealPending } from '../features/audit/chain/seal-pending.js';

/**
 * Passes if the database is on a server, or embedded and already created. A command that only reads must not create an
 * empty database because DATA_DIR is mistyped.
 *
 * @throws Error if there is no embedded database in the data folder
 */
export function assertDatabaseExists({ dataDir, database }: Config): void {
  if (database.kind !== 'embedded' || hasDatabase(dataDir)) return;
  throw new Error(`There is no database in ${dataDir}. Name the folder that the service uses with DATA_DIR.`);
}

/** Migrates the local database, runs the work of a command on it, and closes it. A long wait is told on standard error. */
export function withDatabase<T>(
  config: Config,
  work: (dataSource: DataSource, migrated: readonly string[]) => Promise<T>,
): Promise<T> {
  return withUnmigratedDatabase(config, async (dataSource) => {
    const result = await work(dataSource, await migrate(dataSource, printNotice));
    // Chains the command's own audit entries now, because the service might not be running.
    await sealPending(dataSource).catch((error: Error) => {
      throw new Error(`The audit log could not be chained: ${error.message}`, { cause: error });
    });
    return result;
  });
}

const printNotice = (message: string) => process.stderr.write(`${message}\n`);

/** Runs the work on the local database without migrating it. The service may use the same database meanwhile. */
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
