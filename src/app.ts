import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from './config.js';
import { migrate } from './db/migrate.js';
import type { EmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import type { Erp } from './erp/erp.js';
import { type ErpQueryReport, GuardedErp } from './erp/resilience.js';
import { AccessTokens } from './features/identity/access-token.js';
import { IdentityResolver } from './features/identity/identity.resolver.js';
import { openDemoUsers, seedDemoUsers } from './features/identity/seed-demo-users.js';
import { SessionStore } from './features/identity/session.store.js';
import { InventoryStore } from './features/inventory/inventory.store.js';
import { InventoryReportStore } from './features/inventory/inventory-report.store.js';
import { ScopedInventory } from './features/inventory/scoped-inventory.js';
import { PortalUserStore } from './features/portal-users/portal-user.store.js';
import type { ContextSources } from './graphql/context.js';
import { createSchema } from './graphql/schema.js';
import { createGraphqlServer } from './graphql/server.js';
import { createHttpServer } from './http/server.js';
import { openLocalDatabase } from './parts/local-database.js';
import { openErp } from './parts/open-erp.js';
import { keptSecretKey } from './parts/secret-key.js';
import { CursorCodec } from './shared/cursor.js';
import { deriveKey } from './shared/derive-key.js';

type Close = () => Promise<unknown>;

/** Requests in flight get this long after a stop was asked for. */
const DRAIN_MS = 7_000;
/** A health check that waits longer than this tells its caller nothing in time. */
const PROBE_MS = 2_000;

/** Parts that the caller brings along; what it brings it also closes. */
export interface AppOptions {
  logger: Logger;
  now?: () => Date;
  engines?: { database?: EmbeddedPostgres; erp?: EmbeddedPostgres };
  onDatabaseQuery?: (sql: string) => void;
  onErpQuery?: (report: ErpQueryReport) => void;
}

/** A running service. */
export interface App {
  /** Where it listens, such as http://127.0.0.1:5001. */
  url: string;
  /** True where the demo logins exist. */
  demo: boolean;
  /** Lets requests in flight finish, then closes everything. */
  stop(): Promise<void>;
}

/** Builds every part once, starts them in order, and listens. What was started is closed again where a later part fails. */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const closers: Close[] = [];
  const stop = () => closeAll(closers, options.logger);
  try {
    const { dataSource, demo, erp } = await openSources(config, options, closers);
    const context = composeContext(config, options, dataSource, erp);
    const { logger } = options;
    const schema = await createSchema([
      new IdentityResolver({
        dataSource,
        ...context,
        sessionHours: config.sessionHours,
        now: clockOf(options),
      }),
    ]);
    const graphql = createGraphqlServer(schema, { introspection: config.introspection, logger });
    await graphql.start();
    closers.push(() => graphql.stop());
    const { server, drain } = createHttpServer({
      graphql,
      context,
      probes: {
        database: () => dataSource.query('select 1'),
        erp: () => erp.identify(AbortSignal.timeout(PROBE_MS)),
      },
      playground: config.playground,
      trustProxy: config.trustProxy,
      logger,
    });
    const url = await listen(server, config);
    closers.push(() => drain.stop(server, DRAIN_MS));
    return { url, demo, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The two sources: the local database, migrated, and the ERP, which need not answer yet. */
async function openSources(config: Config, options: AppOptions, closers: Close[]) {
  const { engines = {}, logger, onDatabaseQuery, onErpQuery = () => {} } = options;
  const database = await openLocalDatabase(config, { engine: engines.database, onQuery: onDatabaseQuery });
  closers.push(() => database.close());
  const opened = await openErp(config, { engine: engines.erp, model: database.engine });
  const erp = new GuardedErp(opened, config.erpQueryTimeoutMs, onErpQuery);
  closers.push(() => erp.close());

  const { dataSource } = database;
  const migrated = await migrate(dataSource);
  if (migrated.length > 0) logger.info({ migrated }, 'database migrated');
  const demo = !config.production && database.engine !== null;
  const users = new PortalUserStore(dataSource);
  if (demo) await seedDemoUsers(dataSource, users);
  if (config.production) await refuseDemoUsers(users);
  return { dataSource, demo, erp };
}

/** A database that served an evaluation before has logins whose password everyone knows. */
async function refuseDemoUsers(users: PortalUserStore): Promise<void> {
  const open = await openDemoUsers(users);
  if (open.length === 0) return;
  throw new Error(
    `This database has demo logins with their well-known password: ${open.join(', ')}. In production use a new ` +
      'database, or delete them or change their passwords first.',
  );
}

function composeContext(
  config: Config,
  options: AppOptions,
  dataSource: DataSource,
  erp: Erp,
): ContextSources {
  const secretKey = config.secretKey ?? keptSecretKey(config.dataDir);
  const inventory = new ScopedInventory(erp);
  return {
    tokens: new AccessTokens(deriveKey(secretKey, 'access token'), clockOf(options)),
    sessions: new SessionStore(dataSource),
    users: new PortalUserStore(dataSource),
    inventory: {
      store: new InventoryStore(inventory),
      reports: new InventoryReportStore(inventory),
      cursors: new CursorCodec(deriveKey(secretKey, 'cursor')),
    },
  };
}

const clockOf = ({ now = () => new Date() }: AppOptions) => now;

async function listen(server: Server, { host, port }: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const everywhere = host === '0.0.0.0' || host === '::';
  return `http://${everywhere ? 'localhost' : host}:${actual}`;
}

/** Closes the last first. One that fails is logged and keeps none of the others open. */
async function closeAll(closers: Close[], logger: Logger): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) {
    await close().catch((error: unknown) => logger.error({ err: error }, 'did not close cleanly'));
  }
}
