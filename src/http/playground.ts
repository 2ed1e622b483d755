import { basename } from 'node:path';
import type { RenderOptions } from 'altair-static';
import express, { type RequestHandler, Router } from 'express';
import { shippedOperations } from '../shared/shipped-operations.js';

const START_SCRIPT = 'start.js';

/**
 * Allows only resources from this server. Styles may also be inline, because Altair's libraries add them without a
 * nonce.
 */
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
 * Stores the access token of a sign-in in the headers that Altair adds to every request of every tab.
 * Altair's own interpreter runs this script, so it must be ECMAScript 2019 or older. Altair runs it for each chunk of a
 * response, so a chunk that is not complete JSON is ignored.
 */
const STORE_TOKEN = `
let data = null;
try {
  const { body } = altair.response;
  data = (typeof body === 'string' ? JSON.parse(body) : body).data;
} catch (error) {}
const grant = data && (data.login || data.refreshSession || data.changePassword);
const signedIn = grant ? 'Bearer ' + grant.accessToken : '';
const signedOut = data && (data.logout || data.logoutEverywhere);
if (grant || signedOut) {
  altair.helpers.setEnvironment('headers', grant ? { authorization: signedIn } : {}, true);
  altair.helpers.setEnvironment('authorization', signedIn, true);
}
`;

/**
 * Altair opens with the last tab selected. This script selects the first, which is the sign-in. It loads the schema of a
 * tab, for its docs and suggestions, when the tab is first shown: Altair itself would load one for every tab at once, and a
 * browser would be busy with a hundred of them for half a minute.
 */
const START_TABS = `
const loadSchema = (tabs) => {
  const loaded = new WeakSet();
  const load = () => {
    const tab = tabs.querySelector('.window-switcher__item--active');
    if (!tab || loaded.has(tab)) return;
    loaded.add(tab);
    setTimeout(() => {
      const button = document.querySelector('[track-id=reload_docs]');
      if (button) button.click();
    });
  };
  new MutationObserver(load).observe(tabs, { subtree: true, childList: true, attributeFilter: ['class'] });
  load();
};
new MutationObserver((_, observer) => {
  if (!document.querySelector('app-window-switcher-item:last-of-type .window-switcher__item--active')) return;
  observer.disconnect();
  document.querySelector('.window-switcher__item').click();
  setTimeout(() => loadSchema(document.querySelector('app-window-switcher')));
}).observe(document.body, { subtree: true, childList: true, attributeFilter: ['class'] });
`;

/**
 * The playground: Altair, served from this server, with the project's operations as tabs. It is loaded on the first
 * request.
 *
 * @param basePath the path below which browsers reach the service; empty if it is the root
 */
export function playgroundRoutes(basePath: string): RequestHandler {
  let routes: Promise<Router> | undefined;
  return async (request, response, next) => {
    routes ??= loadRoutes(basePath);
    (await routes)(request, response, next);
  };
}

async function loadRoutes(basePath: string): Promise<Router> {
  const { getDistDirectory, isSandboxFrame, renderAltair, renderInitialOptions } = await import(
    'altair-static'
  );
  const router = Router();
  const options = altairOptions(basePath);
  const page = renderAltair(options);
  const startScript = START_TABS + renderInitialOptions(options);
  router.use((request, response, next) => {
    response.set('content-security-policy', CONTENT_SECURITY_POLICY);
    // Unlike API responses, its files may be cached.
    response.removeHeader('cache-control');
    // The sandbox frame is not served: only plugins from other hosts and scripts that use eval need it.
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

function altairOptions(basePath: string): RenderOptions {
  return {
    baseURL: `${basePath}/playground/`,
    serveInitialOptionsInSeperateRequest: START_SCRIPT,
    endpointURL: `${basePath}/graphql`,
    subscriptionsEndpoint: `${basePath}/graphql`,
    disableAccount: true,
    // Each visit starts signed out, with this version's operations. Saved tabs and tokens could be out of date.
    preserveState: false,
    initialEnvironments: {
      base: { variables: {} },
      activeSubEnvironment: 'portico',
      subEnvironments: [{ id: 'portico', title: 'Portico', variables: {} }],
    },
    persistedSettings: {
      // The old script engine is an interpreter. The new one uses eval, which the content security policy forbids.
      'beta.disable.newScript': true,
      'banners.disable': true,
      // See START_TABS.
      'schema.reloadOnStart': false,
    },
    initialWindows: operations().map(({ name, query, variables }) => ({
      initialName: name,
      initialQuery: query,
      initialVariables: variables,
      initialPostRequestScript: STORE_TOKEN,
      initialSubscriptionRequestHandlerId: 'graphql-ws',
      initialSubscriptionsPayload: { authorization: '{{authorization}}' },
    })),
  };
}

interface Operation {
  name: string;
  query: string;
  /** JSON for the pane of variables: values that the operation has no default for, such as ids, to be filled in. */
  variables: string;
}

/** The shipped operations. A line `# variables: {…}` has the variables of its operation. */
function operations(): Operation[] {
  return shippedOperations().map(({ file, text }) => {
    const [, variables = '{}'] = /^# variables: (\{.*\})$/m.exec(text) ?? [];
    return {
      name: basename(file, '.graphql').replace(/^\d+-/, ''),
      query: text,
      variables: JSON.stringify(JSON.parse(variables), null, 2),
    };
  });
}
