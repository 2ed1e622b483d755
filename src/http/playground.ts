import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RenderOptions } from 'altair-static';
import express, { type RequestHandler, Router } from 'express';
import { PACKAGE_ROOT } from '../shared/package-root.js';

const START_SCRIPT = 'start.js';

/** Everything comes from here. Styles alone may be inline: Altair's libraries write them without a nonce. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Keeps the token of a sign-in among the headers that Altair adds to every request of every tab.
 * Altair's own interpreter runs it, which knows ECMAScript up to 2019, and runs it for each piece of an answer that
 * arrives in several: a piece that isn't whole is let pass.
 */
const STORE_TOKEN = `
let data = null;
try {
  const { body } = altair.response;
  data = (typeof body === 'string' ? JSON.parse(body) : body).data;
} catch (error) {}
const grant = data && (data.login || data.refreshSession || data.changePassword);
if (grant) altair.helpers.setEnvironment('headers', { authorization: 'Bearer ' + grant.accessToken }, true);
if (data && (data.logout || data.logoutEverywhere)) altair.helpers.setEnvironment('headers', {}, true);
`;

/** Altair ends up on the tab that it made last; people start at the first, which signs them in. */
const SHOW_FIRST_TAB = `
new MutationObserver((_, observer) => {
  if (!document.querySelector('app-window-switcher-item:last-of-type .window-switcher__item--active')) return;
  observer.disconnect();
  document.querySelector('.window-switcher__item').click();
}).observe(document.body, { subtree: true, childList: true, attributeFilter: ['class'] });
`;

/** The playground: Altair, served whole from here, opening with the project's operations. It is read when first asked for. */
export function playgroundRoutes(): RequestHandler {
  let routes: Promise<Router> | undefined;
  return async (request, response, next) => {
    routes ??= loadRoutes();
    (await routes)(request, response, next);
  };
}

async function loadRoutes(): Promise<Router> {
  const { getDistDirectory, isSandboxFrame, renderAltair, renderInitialOptions } = await import(
    'altair-static'
  );
  const router = Router();
  const options = altairOptions();
  const page = renderAltair(options);
  const startScript = SHOW_FIRST_TAB + renderInitialOptions(options);
  router.use((request, response, next) => {
    response.set('content-security-policy', CONTENT_SECURITY_POLICY);
    // Its files may be kept, unlike answers.
    response.removeHeader('cache-control');
    // Only plugins from other hosts and scripts run by eval would live in it.
    next(isSandboxFrame(request.path) ? 'router' : undefined);
  });
  router.get(['/', '/index.html'], (_request, response) => {
    response.set('cache-control', 'no-cache').type('html').send(page);
  });
  router.get(`/${START_SCRIPT}`, (_request, response) => {
    response.set('cache-control', 'no-cache').type('js').send(startScript);
  });
  router.use(express.static(getDistDirectory(), { index: false, redirect: false }));
  return router;
}

function altairOptions(): RenderOptions {
  return {
    baseURL: '/playground/',
    serveInitialOptionsInSeperateRequest: START_SCRIPT,
    endpointURL: '/graphql',
    disableAccount: true,
    // Each opening shows this version's operations, signed out: kept tabs and tokens outlive what they fit.
    preserveState: false,
    initialEnvironments: {
      base: { variables: {} },
      activeSubEnvironment: 'portico',
      subEnvironments: [{ id: 'portico', title: 'Portico', variables: {} }],
    },
    persistedSettings: {
      // The old script engine interprets; the new one is eval, which the policy forbids.
      'beta.disable.newScript': true,
      'banners.disable': true,
      'schema.reloadOnStart': true,
    },
    initialWindows: operations().map(({ name, query }) => ({
      initialName: name,
      initialQuery: query,
      initialPostRequestScript: STORE_TOKEN,
    })),
  };
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
