import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route';

const customer = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/dashboard',
  staticData: { roles: ['CUSTOMER'] },
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

const operations = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/dashboard',
  staticData: { roles: ['OPERATIONS'] },
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

const driver = createRoute({
  getParentRoute: () => shellRoute,
  path: '/driver/dashboard',
  staticData: { roles: ['DRIVER'] },
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

const warehouse = createRoute({
  getParentRoute: () => shellRoute,
  path: '/warehouse/dashboard',
  staticData: { roles: ['WAREHOUSE'] },
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

const admin = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/dashboard',
  staticData: { roles: ['ADMIN'] },
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

/** Where each role lands. */
export const dashboardRoutes = [customer, operations, driver, warehouse, admin];
