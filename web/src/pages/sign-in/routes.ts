import { createRoute, lazyRouteComponent, type ParsedLocation, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { readText } from '../../app/search';
import { openSession, signOut } from '../../app/session';
import { isPathHere } from './is-path-here';

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async () => {
    const session = await openSession();
    throw redirect({ to: session ? session.viewer.homePath : '/login' });
  },
});

/** Where to go after signing in. What is refused is said to be undefined: the router keeps what isn't mentioned. */
const target = (search: Record<string, unknown>): { to?: string | undefined } => {
  const to = readText(search['to']);
  return { to: to && isPathHere(to) ? to : undefined };
};

interface Arrival {
  search: { to?: string | undefined };
  location: ParsedLocation;
}

/** Who is signed in already is where they wanted to be, unless they come to sign out. */
const goOnIfSignedIn = async ({ search, location }: Arrival) => {
  if (location.state.signsOut) {
    void signOut();
    // Without that state, or Back to this page would sign out whoever signs in next.
    throw redirect({ to: '/login', replace: true });
  }
  const session = await openSession();
  if (session) throw redirect({ href: search.to ?? session.viewer.homePath });
};

const login = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: target,
  beforeLoad: goOnIfSignedIn,
  component: lazyRouteComponent(() => import('./login-page'), 'LoginPage'),
});

const adminLogin = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin-login',
  validateSearch: target,
  beforeLoad: goOnIfSignedIn,
  component: lazyRouteComponent(() => import('./login-page'), 'LoginPage'),
});

const changePassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/change-password',
  validateSearch: target,
  beforeLoad: async ({ location }) => {
    if (!(await openSession())) throw redirect({ to: '/login', search: { to: location.href } });
  },
  component: lazyRouteComponent(() => import('./change-password-page'), 'ChangePasswordPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./forgot-password-page'), 'ForgotPasswordPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./reset-password-page'), 'ResetPasswordPage'),
});

const confirmEmail = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm-email',
  component: lazyRouteComponent(() => import('./confirm-email-page'), 'ConfirmEmailPage'),
});

/** Pages for whoever isn't signed in, or has to do something before the others. */
export const signInRoutes = [
  start,
  login,
  adminLogin,
  changePassword,
  forgotPassword,
  resetPassword,
  confirmEmail,
];
