import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from '../pages/account/routes';
import { dashboardRoutes } from '../pages/dashboard/routes';
import { freightRoutes } from '../pages/freight/routes';
import { trackingRoutes } from '../pages/freight/tracking/tracking-routes';
import { inventoryRoutes } from '../pages/inventory/routes';
import { partsRoutes } from '../pages/parts/routes';
import { signInRoutes } from '../pages/sign-in/routes';
import { rootRoute, shellRoute } from './root-route';
import { parseSearch, stringifySearch } from './search';

const routeTree = rootRoute.addChildren([
  ...signInRoutes,
  ...trackingRoutes,
  ...partsRoutes,
  shellRoute.addChildren([...dashboardRoutes, ...accountRoutes, ...inventoryRoutes, ...freightRoutes]),
]);

/** Pages by their addresses. The portal may live below a path, which the document's base says. */
export const router = createRouter({
  routeTree,
  basepath: new URL(document.baseURI).pathname,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingMinMs: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
