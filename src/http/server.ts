import { createServer, type Server } from 'node:http';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import type { SessionWatches } from '../features/live/session-watches.js';
import { type ContextSources, createContext } from '../graphql/context.js';
import { asRequestError } from '../graphql/request-error.js';
import type { GraphqlServer } from '../graphql/server.js';
import { addressKey } from '../shared/address-key.js';
import type { RateLimit } from '../shared/rate-limit.js';
import type { Telemetry } from '../telemetry/telemetry.js';
import { answerError, onError } from './answer-error.js';
import { type ApiInput, apiRoutes } from './api/api-routes.js';
import { belowBasePath } from './base-path.js';
import { browserCookies } from './browser-cookies.js';
import { clientAddress, clientOf, requireOneHost, warnAboutUnknownProxy } from './client-address.js';
import { allowOrigins, ODATA_HEADERS } from './cross-origin.js';
import { requestSignal } from './disconnect-signal.js';
import { Drain } from './drain.js';
import { type ExportRoutesInput, exportRoutes } from './export/export-routes.js';
import { graphqlRequest } from './graphql-request.js';
import { healthRoutes, type Probes } from './health.js';
import { serveLive } from './live/serve-live.js';
import { serveUpgrades } from './live/upgrade.js';
import { ignoreMediaParameters } from './media-ranges.js';
import { metricsRoute } from './metrics.js';
import { type ODataInput, odataRoutes } from './odata/odata-routes.js';
import { playgroundRoutes } from './playground.js';
import type { PortalSettings } from './portal/portal-page.js';
import { portalRoutes } from './portal/portal-routes.js';
import { requestLog } from './request-log.js';
import { securityHeaders } from './security-headers.js';
import { endIdleSockets, endSlowRequests, serverOptions, type Timeouts } from './timeouts.js';
import { trackingLink } from './tracking-link.js';

/** Case-sensitive, like all paths below it: a path that is not in the API description does not exist. */
const API_PATH = /^\/api(?=\/|$)/;
const EXPORT_PATH = /^\/export(?=\/|$)/;

/** The handlers and settings of the HTTP server. */
export interface HttpInput {
  graphql: GraphqlServer;
  /** The sessions of those who watch something. */
  sessions: SessionWatches;
  context: ContextSources;
  api: Pick<ApiInput, 'operations' | 'onDenied' | 'signedAccess'>;
  exports: ExportRoutesInput['exports'];
  feed: ODataInput['feed'];
  probes: Probes;
  /** Counts the requests from each address. */
  perAddress: RateLimit;
  logger: Logger;
  telemetry: Telemetry;
  settings: HttpSettings;
}

/** The settings of the HTTP server. */
export interface HttpSettings {
  playground: boolean;
  /** Null if the portal in the browser is not served. */
  portal: Omit<PortalSettings, 'basePath'> | null;
  /** Whether messages may name the types of the schema. */
  introspection: boolean;
  /** The origin at which users reach the service; null if it isn't set. */
  origin: string | null;
  /** Whether users reach the service by HTTPS. */
  https: boolean;
  /** The path below which users reach the service, such as `/portal`; empty if it is the root. */
  basePath: string;
  trustProxy: number;
  /** The origins of other sites whose pages may send requests. */
  corsOrigins: readonly string[];
  timeouts: Timeouts;
  /** The maximum length of a body. */
  bodyBytes: number;
  /** Null if the metrics are not served. A null token means that clients need none to read them. */
  metrics: { token: string | null } | null;
}

/** Creates the HTTP server with every route of the service. It doesn't listen yet. */
export function createHttpServer(input: HttpInput): { server: Server; drain: Drain } {
  const { logger, settings } = input;
  const { corsOrigins, timeouts, trustProxy, bodyBytes, introspection } = settings;
  const drain = new Drain();
  const app = express();
  app.disable('x-powered-by');
  // No response is cached, so ETags are not needed.
  app.disable('etag');
  app.set('trust proxy', trustProxy);
  app.use(
    ...requestLog(logger, input.telemetry),
    securityHeaders(settings.https),
    // Before anything that may answer, because the answer's media type depends on it.
    ignoreMediaParameters,
    drain.middleware,
    requireOneHost,
  );
  app.use(healthRoutes(input.probes));
  const portal = settings.portal && portalRoutes({ ...settings.portal, basePath: settings.basePath });
  if (portal) app.use(portal.routes);
  else if (settings.portal) logger.warn('the portal in the browser is not built: run npm run build');
  // Before any handler that refuses requests: without CORS headers, a page of another site can't read the reason.
  if (corsOrigins.length > 0) {
    app.all('/graphql', ...allowOrigins(corsOrigins, { methods: ['GET', 'POST'], credentials: true }));
    const methods = ['GET', 'POST', 'PATCH', 'DELETE'];
    app.use(API_PATH, ...allowOrigins(corsOrigins, { methods, credentials: true }));
    const reading = { methods: ['GET'], credentials: false };
    app.use(EXPORT_PATH, ...allowOrigins(corsOrigins, reading));
    app.use('/odata', ...allowOrigins(corsOrigins, { ...reading, headers: ODATA_HEADERS }));
  }
  app.use(warnAboutUnknownProxy(trustProxy, logger), limitAddresses(input.perAddress));
  if (settings.metrics) app.use(metricsRoute(input.telemetry.metrics.registry, settings.metrics.token));
  if (settings.playground) app.use('/playground', playgroundRoutes(settings.basePath));
  // Without the portal, mailed addresses lead to what the API says.
  if (!portal) app.use(trackingLink(settings.basePath));
  mountGraphql(app, input, drain);
  const { authentication } = input.context;
  app.use(API_PATH, apiRoutes({ ...input.api, authentication, bodyBytes }));
  const shared = { authentication, onDenied: input.api.onDenied, corsOrigins };
  app.use(
    EXPORT_PATH,
    exportRoutes({ exports: input.exports, idleMs: timeouts.idleMs, introspection, ...shared }),
  );
  app.use('/odata/v4', odataRoutes({ feed: input.feed, ...shared }));
  if (portal) app.use(portal.fallback);
  app.use((request, response) => {
    answerError(request, response, 404, { message: 'There is nothing at this address.' });
  });
  app.use(onError);
  const serve = belowBasePath(settings.basePath, app);
  const server = createServer(serverOptions(timeouts), serve);
  serveUpgrades(server, serve, settings.basePath);
  endIdleSockets(server, timeouts);
  endSlowRequests(server, timeouts);
  return { server, drain };
}

function limitAddresses(limit: RateLimit): RequestHandler {
  return async (request, _response, next) => {
    await limit.take(addressKey(clientAddress(request)));
    next();
  };
}

function mountGraphql(app: Express, input: HttpInput, drain: Drain): void {
  const { graphql, context, settings } = input;
  const factsOf = (request: Request, response: Response) => {
    const cookies = browserCookies(request, response, settings);
    return { client: { ...clientOf(request), deviceCookie: cookies.device.value }, cookies };
  };
  const middleware = expressMiddleware(graphql.server, {
    context: ({ req, res }) => {
      const { authorization } = req.headers;
      const facts = { ...factsOf(req, res), authorization, signal: requestSignal(res) };
      return createContext(context, facts).catch((error: unknown) => {
        throw asRequestError(error);
      });
    },
  });
  const live = serveLive({ ...input, factsOf, onStop: drain.onStop });
  app.all('/graphql', live.webSockets, ...graphqlRequest(settings.bodyBytes), live.eventStreams, middleware);
}
