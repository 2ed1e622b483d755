import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { backlogOf } from './composition/backlog.js';
import { startEmbedded } from './composition/embedded-postgres.js';
import { featureParts } from './composition/features.js';
import { openLocalDatabase } from './composition/local-database.js';
import { guardErp, openErp } from './composition/open-erp.js';
import { proveErp } from './composition/prove-erp.js';
import type { Config } from './config.js';
import { migrate } from './db/migrate.js';
import { databasePoolState, ping } from './db/pool.js';
import { limitInDatabase } from './db/rate-limit.js';
import type { EmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import type { GuardedErp } from './erp/guarded-erp.js';
import type { ErpQueryReport } from './erp/observer.js';
import { createSchema } from './graphql/schema.js';
import { createGraphqlServer } from './graphql/server.js';
import { described } from './http/api/api-description.js';
import { portalProvisioning } from './http/api/portal-provisioning.js';
import { createHttpServer } from './http/server.js';
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
  onDatabaseQuery?: (sql: string) => void;
  onErpQuery?: (report: ErpQueryReport) => void;
  /** The embedded server where it is on its way already; the service closes it. */
  embedded?: Promise<EmbeddedPostgres | null>;
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
    const telemetry = await Telemetry.start({ traces: config.traces, operations: ourOperations(), logger });
    closers.push(() => telemetry.close());
    const { dataSource, demo, erp } = await openSources(config, options, telemetry, closers);
    const features = await featureParts(
      config,
      {
        ...{ dataSource, demo, erp, logger, now },
        onMail: ({ template, outcome }) => telemetry.metrics.mail(template, outcome),
      },
      closers,
    );
    telemetry.metrics.watchPools(() => ({ database: databasePoolState(dataSource), erp: erp.poolState() }));
    const { jobs } = features;
    const schema = await createSchema(features.resolvers, features.denied);
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
      context: { ...features.context, perUser: limitInMemory(config.rateLimits.perUser) },
      api: { operations: described(portalProvisioning(features.portalAccounts)), denied: features.denied },
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

/** The two sources, at the same time: the local database, migrated, and the ERP, which need not answer yet. */
async function openSources(config: Config, options: AppOptions, telemetry: Telemetry, closers: Close[]) {
  const embedded = await (options.embedded ?? startEmbedded(config, options.logger));
  closers.push(async () => embedded?.close());
  const local = openMigrated(config, { ...options, embedded }, telemetry, closers);
  const remote = openProven(config, { ...options, embedded }, telemetry, closers);
  // Once both have ended: what one of them opened is closed where the other failed.
  await Promise.allSettled([local, remote]);
  const [dataSource, erp] = await Promise.all([local, remote]);
  return { dataSource, erp, demo: !config.production && config.database.kind === 'embedded' };
}

type SourceOptions = Omit<AppOptions, 'embedded'> & { embedded: EmbeddedPostgres | null };

async function openMigrated(
  config: Config,
  { embedded, logger, onDatabaseQuery }: SourceOptions,
  telemetry: Telemetry,
  closers: Close[],
): Promise<DataSource> {
  const { dataSource, close } = await openLocalDatabase(config, {
    embedded,
    onQuery: onDatabaseQuery,
    onQueryEnd: telemetry.databaseQuery,
  });
  closers.push(close);
  const migrated = await migrate(dataSource);
  telemetry.metrics.watchBacklog(backlogOf(dataSource));
  if (migrated.length > 0) logger.info({ migrated }, 'database migrated');
  return dataSource;
}

async function openProven(
  config: Config,
  { embedded, logger, onErpQuery }: SourceOptions,
  telemetry: Telemetry,
  closers: Close[],
): Promise<GuardedErp> {
  const opened = await openErp(config, embedded);
  const erp = guardErp(opened, config, observeErp(telemetry, logger, onErpQuery));
  closers.push(() => erp.close());
  telemetry.metrics.erp.watch(() => erp.state());
  closers.push(await proveErp(erp, logger));
  return erp;
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
