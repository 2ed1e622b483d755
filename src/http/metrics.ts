import { createHash, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { Registry } from 'prom-client';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * `/metrics` in the Prometheus format.
 *
 * @param token the bearer token that a scraper must send; null if anyone may read
 */
export function metricsRoute(registry: Registry, token: string | null): Router {
  // Only this exact path: a proxy that blocks /metrics doesn't block other spellings.
  const router = Router({ caseSensitive: true, strict: true });
  const wanted = token === null ? null : digest(`Bearer ${token}`);
  router.get('/metrics', async (request, response) => {
    // Digests have equal lengths, so the comparison takes constant time whatever was sent.
    if (wanted && !timingSafeEqual(digest(request.headers.authorization ?? ''), wanted)) {
      response.status(401).set('www-authenticate', 'Bearer');
      response.json({ errors: [{ message: 'Send METRICS_TOKEN as bearer token.' }] });
      return;
    }
    response
      .set('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
  return router;
}
