import { createRoute } from '@tanstack/react-router';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';

const account = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  component: page(['account'], () => import('./account-page'), 'AccountPage'),
});

/** What everybody who is signed in has of their own. */
export const accountRoutes = [account];
