import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { Identity0001 } from '../../migrations/0001-identity.js';
import { Sessions0002 } from '../../migrations/0002-sessions.js';
import { RateLimit0003 } from '../../migrations/0003-rate-limit.js';
import { Audit0004 } from '../../migrations/0004-audit.js';
import { Mail0005 } from '../../migrations/0005-mail.js';
import { AccountTokens0006 } from '../../migrations/0006-account-tokens.js';
import { Customers0007 } from '../../migrations/0007-customers.js';
import { FoldedKeys0008 } from '../../migrations/0008-folded-keys.js';
import { TriggerSearchPath0009 } from '../../migrations/0009-trigger-search-path.js';
import { RefreshArrival0010 } from '../../migrations/0010-refresh-arrival.js';
import { Freight0011 } from '../../migrations/0011-freight.js';
import { Reporting0012 } from '../../migrations/0012-reporting.js';
import { LateActs0013 } from '../../migrations/0013-late-acts.js';
import { Live0014 } from '../../migrations/0014-live.js';
import { LiveStale0015 } from '../../migrations/0015-live-stale.js';
import { Rewards0016 } from '../../migrations/0016-rewards.js';
import { ServicePhotos0017 } from '../../migrations/0017-service-photos.js';
import { History0018 } from '../../migrations/0018-history.js';
import { WhoseHistory0019 } from '../../migrations/0019-whose-history.js';
import type { Config } from '../config.js';
import { type DatabaseServer, openDataSource } from '../db/data-source.js';
import type { DatabaseQueryReport } from '../db/query-reporter.js';
import type { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { ApiKeyErpCustomerRecord, ApiKeyRecord } from '../features/api-keys/api-key.entity.js';
import { CustomerRecord } from '../features/customers/customer.entity.js';
import { ConnoteRecord } from '../features/freight/connotes/connote.entity.js';
import { PhotoRecord } from '../features/freight/proof/photo.entity.js';
import { ProofRecord } from '../features/freight/proof/proof.entity.js';
import { QuoteRecord } from '../features/freight/quotes/quote.entity.js';
import { RateRecord } from '../features/freight/rates/rate.entity.js';
import { SessionRecord } from '../features/identity/sessions/session.entity.js';
import { SavedViewRecord } from '../features/saved-views/saved-view.entity.js';
import {
  PortalUserErpCustomerRecord,
  PortalUserRecord,
  RoleRecord,
} from '../features/users/portal-user.entity.js';

const ENTITIES = [
  RoleRecord,
  PortalUserRecord,
  PortalUserErpCustomerRecord,
  SessionRecord,
  CustomerRecord,
  QuoteRecord,
  RateRecord,
  ConnoteRecord,
  PhotoRecord,
  ProofRecord,
  ApiKeyRecord,
  ApiKeyErpCustomerRecord,
  SavedViewRecord,
];
const MIGRATIONS = [
  Identity0001,
  Sessions0002,
  RateLimit0003,
  Audit0004,
  Mail0005,
  AccountTokens0006,
  Customers0007,
  FoldedKeys0008,
  TriggerSearchPath0009,
  RefreshArrival0010,
  Freight0011,
  Reporting0012,
  LateActs0013,
  Live0014,
  LiveStale0015,
  Rewards0016,
  ServicePhotos0017,
  History0018,
  WhoseHistory0019,
];

/** Enough for a few users. Each connection takes some megabytes. */
const EMBEDDED_POOL_MAX = 5;

/** The local database, connected and not yet migrated. */
export interface LocalDatabase {
  dataSource: DataSource;
  close(): Promise<void>;
}

/** The embedded server, and functions that are called for each query. */
export interface LocalDatabaseOptions {
  /** The embedded server, if the database is embedded. Its owner closes it. */
  embedded?: EmbeddedPostgres | null;
  onQuery?: ((sql: string) => void) | undefined;
  onQueryEnd?: ((report: DatabaseQueryReport) => void) | undefined;
}

/** Connects to the local database. */
export async function openLocalDatabase(
  { database }: Pick<Config, 'database'>,
  { embedded = null, onQuery = () => {}, onQueryEnd = () => {} }: LocalDatabaseOptions = {},
): Promise<LocalDatabase> {
  const dataSource = await openDataSource({
    ...{ entities: ENTITIES, migrations: MIGRATIONS, onQuery, onQueryEnd },
    address: addressOf(database, embedded),
  });
  return { dataSource, close: () => dataSource.destroy() };
}

function addressOf(database: Config['database'], embedded: EmbeddedPostgres | null): DatabaseServer {
  if (database.kind === 'postgres') return database;
  if (!embedded) throw new Error('the embedded database is not running');
  const { database: name, password = '', ...login } = embedded.portal();
  return { ...login, name, password, ssl: false, poolMax: EMBEDDED_POOL_MAX };
}
