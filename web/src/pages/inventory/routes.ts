import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route';
import { readInventorySearch } from './inventory-search';

const inventory = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inventory',
  staticData: { roles: ['CUSTOMER', 'OPERATIONS', 'WAREHOUSE', 'ADMIN'] },
  validateSearch: readInventorySearch,
  component: lazyRouteComponent(() => import('./inventory-page'), 'InventoryPage'),
});

/** The stock. */
export const inventoryRoutes = [inventory];
