import { createRoute } from '@tanstack/react-router';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';
import { isEmptySearch, readInventorySearch } from './inventory-search';

/** Whether the page is open. The router's own word for it counts a page that a failed load never came to. */
let isOpen = false;

const inventory = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inventory',
  staticData: { roles: ['CUSTOMER', 'OPERATIONS', 'WAREHOUSE', 'ADMIN'] },
  validateSearch: readInventorySearch,
  beforeLoad: async ({ search, cause }) => {
    if (cause === 'preload' || isOpen) return;
    if (isEmptySearch(search)) await (await import('./saved-views')).openDefaultView();
    isOpen = true;
  },
  onLeave: () => {
    isOpen = false;
  },
  component: page(['inventory', 'exports'], () => import('./inventory-page'), 'InventoryPage'),
});

/** The stock. */
export const inventoryRoutes = [inventory];
