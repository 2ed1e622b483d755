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

const driver = createRoute({
  getParentRoute: () => shellRoute,
  path: '/driver/dashboard',
  staticData: { roles: ['DRIVER'] },
  component: page(['dashboard'], () => import('./driver-dashboard'), 'DriverDashboard'),
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

/** Where each role lands. */
export const dashboardRoutes = [customer, operations, driver, warehouse, admin];
