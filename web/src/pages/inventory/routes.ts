import { createRoute } from '@tanstack/react-router';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';
import { readInventorySearch } from './inventory-search';

const inventory = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inventory',
  staticData: { roles: ['CUSTOMER', 'OPERATIONS', 'WAREHOUSE', 'ADMIN'] },
  validateSearch: readInventorySearch,
  component: page(['inventory'], () => import('./inventory-page'), 'InventoryPage'),
});

/** The stock. */
export const inventoryRoutes = [inventory];
