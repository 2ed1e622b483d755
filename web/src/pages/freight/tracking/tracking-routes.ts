import { createRoute } from '@tanstack/react-router';
import { page } from '../../../app/page';
import { rootRoute } from '../../../app/root-route';

const track = createRoute({
  getParentRoute: () => rootRoute,
  path: '/track/$token',
  component: page(['freight'], () => import('./track-page'), 'TrackPage'),
});

/** A shipment, for whoever has its link. */
export const trackingRoutes = [track];
