import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Browser features that no page of Portico needs. Disabled, so that injected content can't use them either. */
const DISABLED_FEATURES = ['camera', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Tells browsers to treat a response as data: nothing in it loads or runs, no page may frame it, no cache stores it.
 * Routes that serve pages set headers of their own.
 *
 * @param https whether users reach the service by HTTPS; if so, browsers are told to use only HTTPS (HSTS)
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
