import { createRoute } from '@tanstack/react-router';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';
import { readAuditSearch } from './audit/audit-search';
import { readMailSearch } from './mails/mail-search';
import { readUserSearch } from './users/user-search';

const users = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/users',
  staticData: { roles: ['ADMIN'] },
  validateSearch: readUserSearch,
  component: page(['adminUsers', 'account', 'list'], () => import('./users/users-page'), 'UsersPage'),
});

const newUser = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/users/new',
  staticData: { roles: ['ADMIN'] },
  component: page(['adminUsers', 'admin', 'account'], () => import('./users/new-user-page'), 'NewUserPage'),
});

const user = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/users/$id',
  staticData: { roles: ['ADMIN'] },
  component: page(['adminUsers', 'admin', 'account', 'audit'], () => import('./users/user-page'), 'UserPage'),
});

const access = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/users/$id/access',
  staticData: { roles: ['ADMIN'] },
  component: page(['adminUsers', 'account'], () => import('./users/access-page'), 'AccessPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/api-keys',
  staticData: { roles: ['ADMIN'] },
  component: page(['admin', 'list'], () => import('./api-keys/api-keys-page'), 'ApiKeysPage'),
});

const audit = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/audit',
  staticData: { roles: ['ADMIN'] },
  validateSearch: readAuditSearch,
  component: page(['audit', 'list'], () => import('./audit/audit-page'), 'AuditPage'),
});

const mails = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/mails',
  staticData: { roles: ['ADMIN'] },
  validateSearch: readMailSearch,
  component: page(['admin', 'list'], () => import('./mails/mails-page'), 'MailsPage'),
});

/** What admins run the portal with: its users, API keys, audit log and mails. */
export const adminRoutes = [users, newUser, user, access, apiKeys, audit, mails];
