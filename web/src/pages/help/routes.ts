import { createRoute } from '@tanstack/react-router';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';

const help = createRoute({
  getParentRoute: () => shellRoute,
  path: '/help',
  component: page([], () => import('./help-page'), 'HelpPage'),
});

/** The guide to the portal. */
export const helpRoutes = [help];
