import { createRoute } from '@tanstack/react-router';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';

const customer = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/dashboard',
  staticData: { roles: ['CUSTOMER'] },
  component: page(['dashboard'], () => import('./customer-dashboard'), 'CustomerDashboard'),
});

const operations = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/dashboard',
  staticData: { roles: ['OPERATIONS'] },
  component: page(['dashboard'], () => import('./operations-dashboard'), 'OperationsDashboard'),
});

const warehouse = createRoute({
  getParentRoute: () => shellRoute,
  path: '/warehouse/dashboard',
  staticData: { roles: ['WAREHOUSE'] },
  component: page(['dashboard'], () => import('./warehouse-dashboard'), 'WarehouseDashboard'),
});

const admin = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/dashboard',
  staticData: { roles: ['ADMIN'] },
  component: page(['dashboard'], () => import('./admin-dashboard'), 'AdminDashboard'),
});

/** Where each role lands, but for drivers: theirs is their run. */
export const dashboardRoutes = [customer, operations, warehouse, admin];
