import { createRoute } from '@tanstack/react-router';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';

const operations = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/erp',
  staticData: { roles: ['OPERATIONS'] },
  component: page(['erp'], () => import('./erp-page'), 'ErpPage'),
});

const admin = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/erp',
  staticData: { roles: ['ADMIN'] },
  component: page(['erp'], () => import('./erp-page'), 'ErpPage'),
});

/** The state of the connection to the ERP, for each role at an address of its own. */
export const erpRoutes = [operations, admin];
