import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { readText } from '../../app/search';
import { openSession } from '../../app/session';

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async () => {
    const session = await openSession();
    throw redirect({ to: session ? session.viewer.homePath : '/login' });
  },
});

/** Where to go after signing in: a path of this portal, never another site. */
const target = (search: Record<string, unknown>) => {
  const to = readText(search['to']);
  return to?.startsWith('/') && !/^\/[/\\]/.test(to) ? { to } : {};
};

const login = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: target,
  component: lazyRouteComponent(() => import('./login-page'), 'LoginPage'),
});

const adminLogin = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin-login',
  validateSearch: target,
  component: lazyRouteComponent(() => import('./login-page'), 'LoginPage'),
});

const changePassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/change-password',
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
