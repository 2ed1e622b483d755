import { createRoute } from '@tanstack/react-router';
import { page } from '../../../app/page';
import { shellRoute } from '../../../app/root-route';

const run = createRoute({
  getParentRoute: () => shellRoute,
  path: '/driver/dashboard',
  staticData: { roles: ['DRIVER'] },
  component: page(['run', 'freight'], () => import('./run-page'), 'RunPage'),
});

const stop = createRoute({
  getParentRoute: () => shellRoute,
  path: '/driver/connotes/$number',
  staticData: { roles: ['DRIVER'] },
  component: page(['run', 'freight'], () => import('./stop-page'), 'StopPage'),
});

const delivery = createRoute({
  getParentRoute: () => shellRoute,
  path: '/driver/connotes/$number/deliver',
  staticData: { roles: ['DRIVER'] },
  component: page(['run', 'freight'], () => import('./delivery-page'), 'DeliveryPage'),
});

/** A driver's run, its stops, and the form of a delivery. */
export const driverRoutes = [run, stop, delivery];
