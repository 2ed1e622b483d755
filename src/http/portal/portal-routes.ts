import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { firstSegment, SERVICE_PATHS } from '../../shared/own-paths.js';
import { PACKAGE_ROOT } from '../../shared/package-root.js';
import { brandStyle } from './brand-style.js';
import { brandIcon, type PortalSettings, portalPage } from './portal-page.js';

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

/** The handlers of the portal in the browser. */
export interface PortalRoutes {
  /** Its files and pages. */
  routes: RequestHandler;
  /** Answers with the portal, as 404, whoever wants a page at an address that doesn't exist. */
  fallback: RequestHandler;
}

/** The portal in the browser. @param folder where it was built. @returns null if it isn't built */
export function portalRoutes(settings: PortalSettings, folder = BUILT): PortalRoutes | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const { brand, production } = settings;
  // Read once, so that a build beside the running service changes nothing here.
  const page = portalPage(readFileSync(join(folder, 'index.html'), 'utf8'), settings);
  const router = Router({ caseSensitive: true });
  router.use('/assets', assets(join(folder, 'assets')));
  router.get('/brand.css', sendText('css', brandStyle(brand.color)));
  router.get('/icon.svg', sendText('svg', brandIcon(brand)));
  router.get(pagePaths(folder, production), (_request, response) => sendPage(response, 200, page));
  const fallback: RequestHandler = (request, response, next) => {
    if (wantsPage(request)) sendPage(response, 404, page);
    else next();
  };
  return { routes: router, fallback };
}

const BUILT = join(PACKAGE_ROOT, 'dist', 'web');

/** Pages for those who build the portal. */
const DEVELOPERS_PAGES = ['/parts'];

/** The addresses of pages, in Express's form. */
function pagePaths(folder: string, production: boolean): string[] {
  const paths: string[] = JSON.parse(readFileSync(join(folder, 'paths.json'), 'utf8'));
  const shown = production ? paths.filter((path) => !DEVELOPERS_PAGES.includes(path)) : paths;
  return shown.map((path) => path.replaceAll('$', ':'));
}

/**
 * Files that the build named by their content, so a browser asks for each once a year. Of those that the build has
 * compressed, the copy is sent that the browser can read.
 */
function assets(folder: string): RequestHandler[] {
  const files = expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gz'],
    index: false,
    serveStatic: { immutable: true, maxAge: '1y', etag: false, redirect: false },
  });
  const mayBeStored: RequestHandler = (_request, response, next) => {
    response.removeHeader('cache-control');
    next();
  };
  const missing: RequestHandler = (_request, response, next) => {
    // It is set before a compressed copy is looked for.
    response.removeHeader('content-encoding');
    response.set('cache-control', 'no-store');
    next();
  };
  return [mayBeStored, files, missing];
}

function sendPage(response: Response, status: number, page: string): void {
  response.set({ 'content-security-policy': CONTENT_SECURITY_POLICY, 'cache-control': 'no-cache' });
  response.status(status).type('html').send(page);
}

const sendText =
  (type: string, text: string): RequestHandler =>
  (_request, response) => {
    response.set('cache-control', 'no-cache').type(type).send(text);
  };

/** Where programs ask, a person who mistypes an address is better told so as programs are. */
const FOR_PROGRAMS = new Set([...SERVICE_PATHS, 'assets', 'files', 'health']);
FOR_PROGRAMS.delete('track');

const wantsPage = (request: Request): boolean =>
  ['GET', 'HEAD'].includes(request.method) &&
  !FOR_PROGRAMS.has(firstSegment(request.path)) &&
  request.accepts(['json', 'html']) === 'html';
