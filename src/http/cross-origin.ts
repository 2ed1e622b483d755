import cors from 'cors';
import type { RequestHandler } from 'express';

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

/**
 * Allows pages of these origins to send requests with these methods, with credentials. Requests from other origins get
 * no CORS headers, so the browser blocks them.
 */
export function allowOrigins(
  origins: readonly string[],
  methods: string[],
  more: CrossOriginHeaders = { allowed: [], exposed: [] },
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
    credentials: true,
    maxAge: PREFLIGHT_CACHE_S,
    // Preflights count towards the rate limits too, and the route that they ask about answers them.
    preflightContinue: true,
  });
  return [varyByOrigin, addCorsHeaders];
}
