import { createRoute } from '@tanstack/react-router';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';
import { isEmptySearch, readInventorySearch } from './inventory-search';

const inventory = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inventory',
  staticData: { roles: ['CUSTOMER', 'OPERATIONS', 'WAREHOUSE', 'ADMIN'] },
  validateSearch: readInventorySearch,
  beforeLoad: async ({ search, cause }) => {
    if (cause !== 'enter' || !isEmptySearch(search)) return;
    const { openDefaultView } = await import('./saved-views');
    await openDefaultView();
  },
  component: page(['inventory'], () => import('./inventory-page'), 'InventoryPage'),
});

/** The stock. */
export const inventoryRoutes = [inventory];
