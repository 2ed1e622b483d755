import cors from 'cors';
import type { RequestHandler } from 'express';

const PREFLIGHT_CACHE_S = 600;

/**
 * Lets pages of these origins ask by these methods, with credentials. A page of any other gets no CORS header, and its
 * browser says no.
 */
export function allowOrigins(origins: readonly string[], methods: string[]): RequestHandler[] {
  const varyByOrigin: RequestHandler = (_request, response, next) => {
    // For refused origins too, or a cache would give one site's answer to another.
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
    ],
    exposedHeaders: ['x-request-id', 'retry-after'],
    credentials: true,
    maxAge: PREFLIGHT_CACHE_S,
    // Preflights are counted by the limits like anything else, and answered where what they ask about is.
    preflightContinue: true,
  });
  return [varyByOrigin, addCorsHeaders];
}
