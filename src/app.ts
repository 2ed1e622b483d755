import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import { migrate } from './db/migrate.js';
import { databasePoolState, ping } from './db/pool.js';
import { limitInDatabase } from './db/rate-limit.js';
import type { EmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import type { ErpQueryReport } from './erp/observer.js';
import { AccountTokenResolver } from './features/identity/account-token.resolver.js';
import { forgetExpired } from './features/identity/forget-expired.js';
import { IdentityResolver } from './features/identity/identity.resolver.js';
import { LoginStateStore } from './features/identity/login-state.store.js';
import { MailResolver } from './features/mail/mail.resolver.js';
import { AccessPreviewResolver } from './features/portal-users/access-preview.resolver.js';
import { AccountResolver } from './features/portal-users/account.resolver.js';
import { createSchema } from './graphql/schema.js';
import { createGraphqlServer } from './graphql/server.js';
import { createHttpServer } from './http/server.js';
import { accountParts } from './parts/accounts.js';
import { auditParts } from './parts/audit.js';
import { erpStatus } from './parts/erp-status.js';
import { prepareLogins } from './parts/first-logins.js';
import { identityParts } from './parts/identity.js';
import { inventoryParts } from './parts/inventory.js';
import { openLocalDatabase } from './parts/local-database.js';
import { mailParts } from './parts/mail.js';
import { guardErp, openErp } from './parts/open-erp.js';
import { proveErp } from './parts/prove-erp.js';
import { secretKeysOf } from './parts/secret-key.js';
import { everyHour } from './shared/every-hour.js';
import { limitInMemory } from './shared/rate-limit.js';
import { observeErp } from './telemetry/observe-erp.js';
import { observeOperations } from './telemetry/observe-operations.js';
import { observeRootFields } from './telemetry/observe-root-fields.js';
import { ourOperations } from './telemetry/our-operations.js';
import { Telemetry } from './telemetry/telemetry.js';

type Close = () => Promise<unknown>;

/** Requests in flight get this long after a stop was asked for. */
const DRAIN_MS = 7_000;

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
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= closeAll(closers, options.logger);
    return stopped;
  };
  try {
    const { logger, now = () => new Date() } = options;
    const telemetry = new Telemetry({ traces: config.traces, operations: ourOperations(), logger });
    closers.push(() => telemetry.close());
    const { dataSource, demo, erp } = await openSources(config, options, telemetry, closers);
    closers.push(everyHour(() => forgetExpired(dataSource), logger));
    const secretKeys = secretKeysOf(config);
    const auditing = await auditParts(config.audit, { dataSource, logger, now });
    const { audit } = auditing;
    closers.push(auditing.stop);
    const { jobs, outbox, mails, mailList, tidyMail } = mailParts(config, {
      dataSource,
      secretKeys,
      logger,
      onAttempt: ({ template, outcome }) => telemetry.metrics.mail(template, outcome),
    });
    closers.push(everyHour(tidyMail, logger));
    const identity = identityParts(config, { dataSource, secretKeys, audit, outbox, jobs, logger, now });
    await prepareLogins(config, { dataSource, hasher: identity.hasher, audit, demo, logger });
    const inventory = inventoryParts(erp, config.erpMapping, secretKeys);
    const accounts = accountParts(config, {
      dataSource,
      identity,
      inventory: inventory.store,
      audit,
      outbox,
    });
    const resolvers = [
      new IdentityResolver(identity),
      new AccountTokenResolver(identity),
      new MailResolver({ dataSource, mails, jobs, audit }),
      new AccountResolver(accounts),
      new AccessPreviewResolver(identity),
    ];
    const schema = await createSchema(resolvers, auditing.denied);
    const graphql = createGraphqlServer(observeRootFields(schema, telemetry), {
      introspection: config.introspection,
      logger,
      limits: config.limits,
      publicMutations: limitInDatabase(dataSource, 'public', config.rateLimits.publicMutations),
      telemetry: observeOperations(telemetry),
    });
    await graphql.start();
    closers.push(() => graphql.stop());
    const { server, drain } = createHttpServer({
      graphql,
      context: {
        ...identity,
        mailList,
        loginStates: new LoginStateStore(dataSource),
        inventory,
        erpStatus: erpStatus(erp, now),
        auditEntries: auditing.entries,
        verifyAuditLog: auditing.verify,
        perUser: limitInMemory(config.rateLimits.perUser),
      },
      probes: {
        database: (signal) => ping(dataSource, signal),
        erp: (signal) => erp.ready(signal),
      },
      playground: config.playground,
      https: config.appBaseUrl?.startsWith('https:') ?? false,
      trustProxy: config.trustProxy,
      corsOrigins: config.corsOrigins,
      timeouts: config.timeouts,
      perAddress: limitInMemory(config.rateLimits.perAddress),
      bodyBytes: config.limits.bodyBytes,
      logger,
      telemetry,
      metrics: config.metrics,
    });
    jobs.start();
    closers.push(() => jobs.stop());
    const url = await listen(server, config);
    // Together: each may take some seconds.
    closers.push(() => Promise.all([drain.stop(server, DRAIN_MS), jobs.stop()]));
    return { url, demo, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The two sources: the local database, migrated, and the ERP, which need not answer yet. */
async function openSources(config: Config, options: AppOptions, telemetry: Telemetry, closers: Close[]) {
  const { engines = {}, logger, onDatabaseQuery, onErpQuery } = options;
  const database = await openLocalDatabase(config, {
    engine: engines.database,
    onQuery: onDatabaseQuery,
    onQueryEnd: telemetry.databaseQuery,
  });
  closers.push(() => database.close());
  const opened = await openErp(config, { engine: engines.erp, model: database.engine });
  const erp = guardErp(opened, config, observeErp(telemetry, logger, onErpQuery));
  closers.push(() => erp.close());

  const { dataSource } = database;
  telemetry.metrics.watchPools(() => ({ database: databasePoolState(dataSource), erp: erp.poolState() }));
  telemetry.metrics.erp.watch(() => erp.state());
  closers.push(await proveErp(erp, logger));
  const migrated = await migrate(dataSource);
  if (migrated.length > 0) logger.info({ migrated }, 'database migrated');
  const demo = !config.production && database.engine !== null;
  return { dataSource, demo, erp };
}

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
