import cors from 'cors';
import type { RequestHandler } from 'express';
import { PorticoError } from '../shared/errors.js';

const PREFLIGHT_CACHE_S = 600;

/** Headers beside those of every route: which ones pages may send, and which ones they may read. */
interface CrossOriginHeaders {
  allowed: readonly string[];
  exposed: readonly string[];
}

/** Those of OData. */
export const ODATA_HEADERS: CrossOriginHeaders = {
  allowed: ['odata-version', 'odata-maxversion', 'prefer'],
  exposed: ['odata-version', 'preference-applied'],
};

/** What pages of other sites may do. */
export interface Allowed {
  methods: string[];
  /** Whether the browser may add what it keeps itself: cookies, and the credentials of HTTP Basic. */
  credentials: boolean;
  headers?: CrossOriginHeaders;
}

/** Allows pages of these origins to send requests. Those from other origins get no CORS headers, so the browser blocks them. */
export function allowOrigins(
  origins: readonly string[],
  { methods, credentials, headers: more = { allowed: [], exposed: [] } }: Allowed,
): RequestHandler[] {
  const varyByOrigin: RequestHandler = (_request, response, next) => {
    // Also for other origins: otherwise a cache could give one site's response to another.
    response.vary('Origin');
    next();
  };
  const addCorsHeaders = cors({
    origin: (origin, done) => done(null, origins.includes(origin ?? '') && origin),
    methods,
    allowedHeaders: [
      'content-type',
      'authorization',
      'x-request-id',
      'apollo-require-preflight',
      'traceparent',
      ...more.allowed,
    ],
    exposedHeaders: ['x-request-id', 'retry-after', ...more.exposed],
    credentials,
    maxAge: PREFLIGHT_CACHE_S,
    // Preflights count towards the rate limits too, and the route that they ask about answers them.
    preflightContinue: true,
  });
  return [varyByOrigin, addCorsHeaders];
}

/**
 * Refuses what a browser sends for a page of any other site. A browser keeps the credentials of HTTP Basic once somebody
 * has typed them in, and adds them to later requests, whichever page asks.
 *
 * @throws FORBIDDEN
 */
export function refuseOtherSites(origins: readonly string[]): RequestHandler {
  return ({ headers }, _response, next) => {
    const isOther = headers['sec-fetch-site'] === 'cross-site' && !origins.includes(headers.origin ?? '');
    if (isOther) throw new PorticoError('FORBIDDEN', 'A page of another site must not ask for this.');
    next();
  };
}
