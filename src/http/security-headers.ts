import type { Request, RequestHandler, Response } from 'express';
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
export function securityHeaders(https: boolean): RequestHandler {
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
  const headers = new Map([
    ...headersOf(standard),
    ['cache-control', 'no-store'],
    ['permissions-policy', DISABLED_FEATURES],
  ]);
  return (_request, response, next) => {
    response.setHeaders(headers);
    next();
  };
}

/** The headers that a handler sets whatever the request is. Helmet would run a handler for each of them, each time. */
function headersOf(handler: RequestHandler): Map<string, string> {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  handler({} as Request, response as unknown as Response, (error?: unknown) => {
    if (error) throw error;
  });
  return headers;
}
