import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { PortalFeature, Role } from './operations.generated';
import { BareError, NotFound } from './page-states';
import { Root } from './root';
import { openSession } from './session';
import { currentSession } from './session-state';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may open the page; all who are signed in, if it isn't given. The server decides what they see. */
    roles?: readonly Role[];
    /** What the portal must have, or there is no such page. */
    feature?: PortalFeature;
  }
}

/** Everything is below it. Pages below it directly are there for everybody. */
export const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: BareError,
});

/** Pages below it have the shell, and are for those who are signed in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: lazyRouteComponent(() => import('./shell'), 'Shell'),
  beforeLoad: async ({ location }) => {
    // A token that has expired is renewed with the next question. Without a network, pages open without it.
    const session = currentSession() ?? (await openSession());
    if (!session) throw redirect({ to: '/login', search: { to: location.href } });
    if (session.viewer.mustChangePassword)
      throw redirect({ to: '/change-password', search: { to: location.href } });
  },
});
