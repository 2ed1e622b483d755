import { createRoute, notFound } from '@tanstack/react-router';
import { page } from '../../app/page';
import { rootRoute } from '../../app/root-route';

const parts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/parts',
  beforeLoad: () => {
    // The service says so in its page, and answers with 404 then.
    if (document.documentElement.dataset['production'] !== undefined) throw notFound();
  },
  component: page([], () => import('./parts-page'), 'PartsPage'),
});

/** What is there for those who build the portal, outside production alone. */
export const partsRoutes = [parts];
