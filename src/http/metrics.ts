import { createHash, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { Registry } from 'prom-client';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * `/metrics` in the format of Prometheus.
 *
 * @param token what a scraper must send as bearer token; null lets everyone read
 */
export function metricsRoute(registry: Registry, token: string | null): Router {
  // Its name to the letter: a proxy in front that keeps it to itself knows no other.
  const router = Router({ caseSensitive: true, strict: true });
  const wanted = token === null ? null : digest(`Bearer ${token}`);
  router.get('/metrics', async (request, response) => {
    // Digests are of one length, so that comparing takes the same time whatever was sent.
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
