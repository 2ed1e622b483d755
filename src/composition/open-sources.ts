import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { migrate } from '../db/migrate.js';
import type { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import type { GuardedErp } from '../erp/guarded-erp.js';
import type { ErpQueryReport } from '../erp/observer.js';
import { observeErp } from '../telemetry/observe-erp.js';
import type { Telemetry } from '../telemetry/telemetry.js';
import { backlogOf } from './backlog.js';
import { startEmbedded } from './embedded-postgres.js';
import { inspectErp } from './inspect-erp.js';
import { openLocalDatabase } from './local-database.js';
import { guardErp, openErp } from './open-erp.js';

/** Closes a part that was started. */
export type Close = () => Promise<unknown>;

/** The logger, functions that are called for each query, and the embedded server. */
export interface SourceOptions {
  logger: Logger;
  onDatabaseQuery?: (sql: string) => void;
  onErpQuery?: (report: ErpQueryReport) => void;
  /** The embedded server, if it is already being started. The service closes it. */
  embedded?: Promise<EmbeddedPostgres | null>;
}

type OpenOptions = Omit<SourceOptions, 'embedded'> & { embedded: EmbeddedPostgres | null };

/** The two databases that all data is read from. */
export interface Sources {
  dataSource: DataSource;
  erp: GuardedErp;
  /** Whether to create the demo logins. */
  demo: boolean;
}

/** Opens both sources in parallel: the local database, migrated, and the ERP, which need not answer yet. */
export async function openSources(
  config: Config,
  options: SourceOptions,
  telemetry: Telemetry,
  closers: Close[],
): Promise<Sources> {
  const embedded = await (options.embedded ?? startEmbedded(config, options.logger));
  closers.push(async () => embedded?.close());
  const local = openMigrated(config, { ...options, embedded }, telemetry, closers);
  const remote = openInspected(config, { ...options, embedded }, telemetry, closers);
  // Waits for both, so that if one fails, the other one's closers are registered before the error is thrown.
  await Promise.allSettled([local, remote]);
  const [dataSource, erp] = await Promise.all([local, remote]);
  return { dataSource, erp, demo: config.demo };
}

async function openMigrated(
  config: Config,
  { embedded, logger, onDatabaseQuery }: OpenOptions,
  telemetry: Telemetry,
  closers: Close[],
): Promise<DataSource> {
  const { dataSource, close } = await openLocalDatabase(config, {
    embedded,
    onQuery: onDatabaseQuery,
    onQueryEnd: telemetry.databaseQuery,
  });
  closers.push(close);
  const migrated = await migrate(dataSource, (message) => logger.warn(message));
  telemetry.metrics.watchBacklog(backlogOf(dataSource));
  if (migrated.length > 0) logger.info({ migrated }, 'database migrated');
  return dataSource;
}

async function openInspected(
  config: Config,
  { embedded, logger, onErpQuery }: OpenOptions,
  telemetry: Telemetry,
  closers: Close[],
): Promise<GuardedErp> {
  const opened = await openErp(config, embedded);
  const erp = guardErp(opened, config, observeErp(telemetry, logger, onErpQuery));
  closers.push(() => erp.close());
  telemetry.metrics.erp.watch(() => erp.state());
  closers.push(await inspectErp(erp, logger));
  return erp;
}
