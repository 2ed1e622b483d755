import { createRoute } from '@tanstack/react-router';
import { page } from '../../../app/page';
import { shellRoute } from '../../../app/root-route';

const outgoing = createRoute({
  getParentRoute: () => shellRoute,
  path: '/warehouse/connotes/$number',
  staticData: { roles: ['WAREHOUSE'] },
  component: page(['run', 'freight'], () => import('./outgoing-page'), 'OutgoingPage'),
});

/** What goes out of the warehouse. */
export const warehouseRoutes = [outgoing];
