import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { composeFeatures } from './composition/features.js';
import { type Close, openSources, type SourceOptions } from './composition/open-sources.js';
import { composeRateLimits, type RateLimits } from './composition/rate-limits.js';
import type { Config } from './config.js';
import { databasePoolState, ping } from './db/pool.js';
import { createSchema } from './graphql/schema.js';
import { createGraphqlServer } from './graphql/server.js';
import { allOperations } from './http/api/all-operations.js';
import { createHttpServer, type HttpSettings } from './http/server.js';
import { shippedOperations, textsByHash } from './shared/shipped-operations.js';
import { observeOperations } from './telemetry/observe-operations.js';
import { observeRootFields } from './telemetry/observe-root-fields.js';
import { Telemetry } from './telemetry/telemetry.js';

/** How long requests in flight may take to finish once the service is asked to stop. */
const DRAIN_MS = 7_000;

/** What the caller provides. `embedded` is closed by the service, everything else by the caller. */
export interface AppOptions extends SourceOptions {
  /** The clock; the system's by default. */
  now?: () => Date;
}

/** A running service. */
export interface App {
  /** The address that it listens on, such as http://127.0.0.1:5001. */
  url: string;
  /** Whether the demo logins exist. */
  demo: boolean;
  /** Lets requests in flight finish, then closes everything. */
  stop(): Promise<void>;
}

/** Builds every part once, starts the parts in order, and listens. If one fails, those started before it are closed. */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const closers: Close[] = [];
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= closeAll(closers, options.logger);
    return stopped;
  };
  try {
    const { logger, now = () => new Date() } = options;
    const telemetry = await Telemetry.start({
      traces: config.traces,
      operations: shippedOperations().map(({ name }) => name),
      logger,
    });
    closers.push(() => telemetry.close());
    const { dataSource, demo, erp } = await openSources(config, options, telemetry, closers);
    const features = await composeFeatures(
      config,
      {
        ...{ dataSource, demo, erp, logger, now },
        onMail: ({ template, outcome }) => telemetry.metrics.mail(template, outcome),
      },
      closers,
    );
    telemetry.metrics.watchPools(() => ({ database: databasePoolState(dataSource), erp: erp.poolState() }));
    const limits = composeRateLimits(config.rateLimits, dataSource);
    const graphql = await createGraphql(config, features, { limits, logger, telemetry });
    await graphql.server.start();
    closers.push(() => graphql.server.stop());
    telemetry.metrics.live.watchQuestions(features.live.questions);
    const { server, drain } = createHttpServer({
      graphql,
      sessions: features.live.sessions,
      context: {
        ...features.context,
        authentication: { ...features.authentication, ...limits.ofCallers },
      },
      api: {
        operations: allOperations(features, config.basePath),
        onDenied: features.onDenied,
        signedAccess: features.signedAccess,
      },
      exports: features.exports,
      feed: features.feed,
      probes: {
        database: (signal) => ping(dataSource, signal),
        erp: (signal) => erp.ready(signal),
      },
      perAddress: limits.perAddress,
      ...{ logger, telemetry },
      settings: httpSettingsOf(config),
    });
    const { jobs } = features;
    jobs.start();
    closers.push(() => jobs.stop());
    const url = await listen(server, config);
    // In parallel, because each may take some seconds.
    closers.push(() => Promise.all([drain.stop(server, DRAIN_MS), jobs.stop()]));
    return { url, demo, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function createGraphql(
  config: Config,
  { resolvers, onDenied }: Pick<Awaited<ReturnType<typeof composeFeatures>>, 'resolvers' | 'onDenied'>,
  { limits, logger, telemetry }: { limits: RateLimits; logger: Logger; telemetry: Telemetry },
) {
  const { federation, introspection } = config;
  const schema = await createSchema(resolvers, {
    onDenied,
    federation: federation ? { service: introspection } : null,
  });
  observeRootFields(schema, telemetry);
  return createGraphqlServer(schema, {
    introspection,
    logger,
    limits: config.limits,
    mutations: limits.mutations,
    telemetry: observeOperations(telemetry),
    trustedDocuments: {
      texts: textsByHash,
      only: config.trustedDocuments === 'only',
    },
  });
}

function httpSettingsOf({
  playground,
  portal,
  mail,
  introspection,
  appBaseUrl,
  production,
  limits,
  metrics,
  ...config
}: Config): HttpSettings {
  const { basePath, trustProxy, corsOrigins, timeouts } = config;
  const https = appBaseUrl?.startsWith('https:') ?? false;
  return {
    playground,
    portal: portal ? { brand: mail.brand, production } : null,
    introspection,
    origin: appBaseUrl === null ? null : new URL(appBaseUrl).origin,
    https,
    basePath,
    trustProxy,
    corsOrigins,
    timeouts,
    metrics,
    bodyBytes: limits.bodyBytes,
  };
}

async function listen(server: Server, { host, port }: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const allInterfaces = host === '0.0.0.0' || host === '::';
  return `http://${allInterfaces ? 'localhost' : host}:${actual}`;
}

/** Closes the parts in reverse order of their start. A failure is logged, and the rest are still closed. */
async function closeAll(closers: Close[], logger: Logger): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) {
    await close().catch((error: unknown) => logger.error({ err: error }, 'did not close cleanly'));
  }
}
