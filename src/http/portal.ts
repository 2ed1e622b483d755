import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import sirv from 'sirv';
import { PACKAGE_ROOT } from '../shared/package-root.js';

/** Only what this server serves is loaded; photos are shown as blobs before they are sent. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ');

const YEAR_SECONDS = 31_536_000;

/** The handlers of the portal in the browser. */
export interface PortalRoutes {
  /** Its files and pages. */
  routes: RequestHandler;
  /** Answers with the portal, as 404, whoever wants a page at an address that doesn't exist. */
  fallback: RequestHandler;
}

/**
 * The portal in the browser, as it was built into dist/web.
 *
 * @param basePath the path below which browsers reach the service; empty if it is the root
 * @returns null if it isn't built
 */
export function portalRoutes(basePath: string): PortalRoutes | null {
  const folder = join(PACKAGE_ROOT, 'dist', 'web');
  if (!existsSync(join(folder, 'index.html'))) return null;
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replace(
    '<base href="/" />',
    `<base href="${basePath}/" />`,
  );
  const sendPage = (response: Response, status: number) => {
    response.status(status).type('html');
    response.set({ 'content-security-policy': CONTENT_SECURITY_POLICY, 'cache-control': 'no-cache' });
    response.send(page);
  };
  const router = Router({ caseSensitive: true });
  router.use('/assets', files(join(folder, 'assets')));
  router.get(pathsIn(folder), (_request, response) => sendPage(response, 200));
  const fallback: RequestHandler = (request, response, next) => {
    if (wantsPage(request)) sendPage(response, 404);
    else next();
  };
  return { routes: router, fallback };
}

/** The addresses of pages, in Express's form. */
function pathsIn(folder: string): string[] {
  const paths: string[] = JSON.parse(readFileSync(join(folder, 'paths.json'), 'utf8'));
  return paths.map((path) => path.replaceAll('$', ':'));
}

/** Their names have a hash of their content, so a browser asks once a year. */
function files(folder: string): RequestHandler {
  const serve = sirv(folder, { brotli: true, gzip: true, immutable: true, maxAge: YEAR_SECONDS, etag: false });
  return (request, response, next) => {
    // The header of API responses, which are not stored.
    response.removeHeader('cache-control');
    serve(request, response, () => {
      response.set('cache-control', 'no-store');
      next();
    });
  };
}

const wantsPage = (request: Request): boolean =>
  ['GET', 'HEAD'].includes(request.method) && request.accepts(['json', 'html']) === 'html';
