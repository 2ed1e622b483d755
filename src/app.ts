import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import { migrate } from './db/migrate.js';
import type { EmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import { type ErpQueryReport, GuardedErp } from './erp/resilience.js';
import { AccessTokens } from './features/identity/access-token.js';
import { IdentityResolver } from './features/identity/identity.resolver.js';
import { seedDemoUsers } from './features/identity/seed-demo-users.js';
import { SessionStore } from './features/identity/session.store.js';
import { InventoryStore } from './features/inventory/inventory.store.js';
import { InventoryReportStore } from './features/inventory/inventory-report.store.js';
import { ScopedInventory } from './features/inventory/scoped-inventory.js';
import { PortalUserStore } from './features/portal-users/portal-user.store.js';
import { createSchema } from './graphql/schema.js';
import { createGraphqlServer } from './graphql/server.js';
import { createHttpServer } from './http/server.js';
import { openLocalDatabase } from './parts/local-database.js';
import { openErp } from './parts/open-erp.js';
import { keptSecretKey } from './parts/secret-key.js';
import { CursorCodec } from './shared/cursor.js';
import { deriveKey } from './shared/derive-key.js';

/** Requests in flight get this long after a stop was asked for. */
const DRAIN_MS = 8_000;

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

/** Builds every part once, starts them in order, and listens. */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const { logger, now = () => new Date() } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (const close of closers.reverse()) await close();
  };
  try {
    const database = await openLocalDatabase(config, {
      ...(options.engines?.database && { engine: options.engines.database }),
      ...(options.onDatabaseQuery && { onQuery: options.onDatabaseQuery }),
    });
    closers.push(() => database.close());
    const opened = await openErp(config, {
      ...(options.engines?.erp && { engine: options.engines.erp }),
      model: database.engine,
    });
    const erp = new GuardedErp(opened, config.erpQueryTimeoutMs, options.onErpQuery ?? (() => {}));
    closers.push(() => erp.close());

    const migrated = await migrate(database.dataSource);
    if (migrated.length > 0) logger.info({ migrated }, 'database migrated');
    const demo = !config.production && database.engine !== null;
    const users = new PortalUserStore(database.dataSource);
    if (demo) await seedDemoUsers(database.dataSource, users);

    const secretKey = config.secretKey ?? keptSecretKey(config.dataDir);
    const tokens = new AccessTokens(deriveKey(secretKey, 'access token'), now);
    const sessions = new SessionStore(database.dataSource);
    const { dataSource } = database;
    const { sessionHours } = config;
    const schema = await createSchema([
      new IdentityResolver({ dataSource, users, sessions, tokens, sessionHours, now }),
    ]);
    const graphql = createGraphqlServer(schema, { introspection: config.introspection, logger });
    await graphql.start();
    closers.push(() => graphql.stop());

    const inventory = new ScopedInventory(erp);
    const { server, drain } = createHttpServer({
      graphql,
      context: {
        tokens,
        sessions,
        users,
        inventory: {
          store: new InventoryStore(inventory),
          reports: new InventoryReportStore(inventory),
          cursors: new CursorCodec(deriveKey(secretKey, 'cursor')),
        },
      },
      probes: {
        database: () => dataSource.query('select 1'),
        erp: () => erp.identify(AbortSignal.timeout(config.erpQueryTimeoutMs)),
      },
      playground: config.playground,
      trustProxy: config.trustProxy,
      logger,
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(config.port, config.host, resolve);
    });
    closers.push(() => drain.stop(server, DRAIN_MS));
    const { port } = server.address() as AddressInfo;
    const shownHost = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
    return { url: `http://${shownHost}:${port}`, demo, stop: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
