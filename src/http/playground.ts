import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getDistDirectory, isSandboxFrame, renderAltair, SANDBOX_FRAME_CSP } from 'altair-static';
import express, { Router } from 'express';
import { PACKAGE_ROOT } from '../shared/package-root.js';

/** Altair compiles its templates and runs its editors' workers in the page; all of it comes from here. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'self'",
  "object-src 'none'",
].join('; ');

/** Keeps the token of a sign-in, so that the next request of any tab carries it. */
const KEEP_TOKEN = `
const answer = altair.response && altair.response.body;
const data = answer && (typeof answer === 'string' ? JSON.parse(answer) : answer).data;
const grant = data && (data.login || data.changePassword);
if (grant) await altair.helpers.setEnvironment('accessToken', grant.accessToken);
`;

/** The playground: Altair, served whole from here, opening with the project's operations. */
export function playgroundRoutes(): Router {
  const router = Router();
  const page = renderPage();
  router.use((request, response, next) => {
    const policy = isSandboxFrame(request.path) ? SANDBOX_FRAME_CSP : CONTENT_SECURITY_POLICY;
    response.set('content-security-policy', policy);
    next();
  });
  router.get('/', (request, response) => {
    // The page's own addresses are relative to its folder.
    if (!request.originalUrl.split('?')[0]?.endsWith('/')) response.redirect(301, `${request.baseUrl}/`);
    else response.type('html').send(page);
  });
  router.use(express.static(getDistDirectory(), { index: false, redirect: false, maxAge: '1h' }));
  return router;
}

function renderPage(): string {
  return renderAltair({
    baseURL: './',
    endpointURL: '/graphql',
    disableAccount: true,
    preserveState: false,
    initialEnvironments: { base: { title: 'Portico', variables: { accessToken: '' } } },
    initialWindows: operations().map(({ name, query }) => ({
      initialName: name,
      initialQuery: query,
      initialHeaders: { authorization: 'Bearer {{accessToken}}' },
      initialPostRequestScript: KEEP_TOKEN,
    })),
  });
}

function operations(): { name: string; query: string }[] {
  const folder = join(PACKAGE_ROOT, 'schema', 'operations');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => ({
      name: basename(file, '.graphql').replace(/^\d+-/, ''),
      query: readFileSync(join(folder, file), 'utf8'),
    }));
}
