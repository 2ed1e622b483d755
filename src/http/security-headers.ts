import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What no page of ours uses, nor anything that is smuggled into one. */
const DISABLED_FEATURES = ['camera', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Tells browsers to treat an answer as data: nothing in it loads or runs, nobody frames it, no cache keeps it. What is a
 * page says so itself.
 *
 * @param https whether people reach the service by HTTPS; then browsers are told never to come without it
 */
export function securityHeaders(https: boolean): RequestHandler[] {
  const standard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: https,
  });
  const addHeaders: RequestHandler = (_request, response, next) => {
    response.set({ 'cache-control': 'no-store', 'permissions-policy': DISABLED_FEATURES });
    next();
  };
  return [standard, addHeaders];
}
