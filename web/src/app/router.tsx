import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from '../pages/account/routes';
import { adminRoutes } from '../pages/admin/routes';
import { customerRoutes } from '../pages/customers/routes';
import { dashboardRoutes } from '../pages/dashboard/routes';
import { erpRoutes } from '../pages/erp/routes';
import { driverRoutes } from '../pages/freight/driver/driver-routes';
import { operationsRoutes } from '../pages/freight/operations/routes';
import { freightRoutes } from '../pages/freight/routes';
import { trackingRoutes } from '../pages/freight/tracking/tracking-routes';
import { warehouseRoutes } from '../pages/freight/warehouse/warehouse-routes';
import { helpRoutes } from '../pages/help/routes';
import { inventoryRoutes } from '../pages/inventory/routes';
import { invoiceRoutes } from '../pages/invoices/routes';
import { partsRoutes } from '../pages/parts/routes';
import { signInRoutes } from '../pages/sign-in/routes';
import { PageError } from './page-states';
import { rootRoute, shellRoute } from './root-route';
import { parseSearch, stringifySearch } from './search';

const routeTree = rootRoute.addChildren([
  ...signInRoutes,
  ...trackingRoutes,
  ...partsRoutes,
  shellRoute.addChildren([
    ...dashboardRoutes,
    ...accountRoutes,
    ...inventoryRoutes,
    ...invoiceRoutes,
    ...freightRoutes,
    ...customerRoutes,
    ...erpRoutes,
    ...operationsRoutes,
    ...driverRoutes,
    ...warehouseRoutes,
    ...adminRoutes,
    ...helpRoutes,
  ]),
]);

/** Pages by their addresses. The portal may live below a path, which the document's base says. */
export const router = createRouter({
  routeTree,
  basepath: new URL(document.baseURI).pathname,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  // Within the page, so that a failure leaves words, session and frame as they are.
  defaultErrorComponent: PageError,
  defaultPreload: 'intent',
  defaultPendingMinMs: 0,
});

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Whoever comes to /login with it signs out there. */
    signsOut?: boolean;
  }
  interface Register {
    router: typeof router;
  }
}
