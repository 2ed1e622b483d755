import { type RequestHandler, Router } from 'express';

/**
 * The address in mails, `/track/{token}`, leads to what the API says of the shipment: mails live longer than the way in
 * which a shipment is shown.
 *
 * @param basePath the path below which browsers reach the service; empty if it is the root
 */
export function trackingLink(basePath: string): RequestHandler {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/track/:token', ({ params }, response) => {
    response.redirect(`${basePath}/api/track/${encodeURIComponent(params.token)}`);
  });
  return router;
}
