import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';

const parts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/parts',
  component: lazyRouteComponent(() => import('./parts-page'), 'PartsPage'),
});

/** Every part in every state, outside production. */
export const partsRoutes = [parts];
