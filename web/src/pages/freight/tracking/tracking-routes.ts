import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../../app/root-route';

const track = createRoute({
  getParentRoute: () => rootRoute,
  path: '/track/$token',
  component: lazyRouteComponent(() => import('./track-page'), 'TrackPage'),
});

/** A shipment, for whoever has its link. */
export const trackingRoutes = [track];
