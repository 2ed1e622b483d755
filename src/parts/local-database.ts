import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Identity0001 } from '../../migrations/0001-identity.js';
import { Sessions0002 } from '../../migrations/0002-sessions.js';
import { RateLimit0003 } from '../../migrations/0003-rate-limit.js';
import { Audit0004 } from '../../migrations/0004-audit.js';
import { Mail0005 } from '../../migrations/0005-mail.js';
import { AccountTokens0006 } from '../../migrations/0006-account-tokens.js';
import { Customers0007 } from '../../migrations/0007-customers.js';
import type { Config } from '../config.js';
import { openDataSource } from '../db/data-source.js';
import type { DatabaseQueryReport } from '../db/query-reporter.js';
import { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { CustomerRecord } from '../features/customers/customer.entity.js';
import { SessionRecord } from '../features/identity/session.entity.js';
import {
  PortalUserErpCustomerRecord,
  PortalUserRecord,
  RoleRecord,
} from '../features/portal-users/portal-user.entity.js';

const ENTITIES = [RoleRecord, PortalUserRecord, PortalUserErpCustomerRecord, SessionRecord, CustomerRecord];
const MIGRATIONS = [
  Identity0001,
  Sessions0002,
  RateLimit0003,
  Audit0004,
  Mail0005,
  AccountTokens0006,
  Customers0007,
];

/** The local database of a run, connected and not yet migrated. */
export interface LocalDatabase {
  dataSource: DataSource;
  /** The engine where the database is embedded. */
  engine: EmbeddedPostgres | null;
  close(): Promise<void>;
}

export interface LocalDatabaseOptions {
  /** An engine to use instead of one on the data folder; it stays its owner's to close. */
  engine?: EmbeddedPostgres | undefined;
  onQuery?: ((sql: string) => void) | undefined;
  onQueryEnd?: ((report: DatabaseQueryReport) => void) | undefined;
}

/**
 * Connects to the local database, or starts the embedded one.
 *
 * @throws DirectoryInUse where another process works on the embedded database
 */
export async function openLocalDatabase(
  config: Config,
  { engine: given, onQuery = () => {}, onQueryEnd = () => {} }: LocalDatabaseOptions = {},
): Promise<LocalDatabase> {
  const known = { entities: ENTITIES, migrations: MIGRATIONS, onQuery, onQueryEnd };
  if (config.database.kind === 'postgres') {
    const dataSource = await openDataSource({ address: config.database, ...known });
    return { dataSource, engine: null, close: () => dataSource.destroy() };
  }
  const engine = given ?? (await EmbeddedPostgres.onFolder(join(config.dataDir, 'database')));
  const closeEngine = async () => {
    if (!given) await engine.close();
  };
  try {
    const dataSource = await openDataSource({ address: { connect: () => engine.connect() }, ...known });
    return { dataSource, engine, close: () => dataSource.destroy().then(closeEngine) };
  } catch (error) {
    await closeEngine();
    throw error;
  }
}
