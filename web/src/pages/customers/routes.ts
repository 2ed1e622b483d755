import { createRoute } from '@tanstack/react-router';
import { CONNOTE_STATUSES, QUOTE_STATUSES } from '../../app/freight/status-names';
import { readHistorySearch } from '../../app/history/history-search';
import { readListSearch } from '../../app/list/list-search';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';
import { readCustomersSearch } from './customers-search';

const customers = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/customers',
  staticData: { roles: ['OPERATIONS', 'ADMIN'] },
  validateSearch: readCustomersSearch,
  component: page(['customers', 'list'], () => import('./customers-page'), 'CustomersPage'),
});

const newCustomer = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/customers/new',
  staticData: { roles: ['OPERATIONS', 'ADMIN'] },
  component: page(['customers'], () => import('./new-customer-page'), 'NewCustomerPage'),
});

const details = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/customers/$id',
  staticData: { roles: ['OPERATIONS', 'ADMIN'] },
  component: page(['customers'], () => import('./details-page'), 'DetailsPage'),
});

const portal = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/customers/$id/portal',
  staticData: { roles: ['OPERATIONS', 'ADMIN'] },
  component: page(['customers'], () => import('./portal/portal-page'), 'PortalPage'),
});

const quotes = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/customers/$id/quotes',
  staticData: { roles: ['OPERATIONS', 'ADMIN'] },
  validateSearch: readListSearch(QUOTE_STATUSES),
  component: page(['customers', 'freight', 'list'], () => import('./freight/quotes-tab'), 'QuotesTab'),
});

const bookings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/customers/$id/bookings',
  staticData: { roles: ['OPERATIONS', 'ADMIN'] },
  validateSearch: readListSearch(CONNOTE_STATUSES),
  component: page(['customers', 'freight', 'list'], () => import('./freight/bookings-tab'), 'BookingsTab'),
});

const rewards = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/customers/$id/rewards',
  staticData: { roles: ['OPERATIONS', 'ADMIN'] },
  validateSearch: readListSearch([]),
  component: page(['customers', 'rewards', 'list'], () => import('./rewards/rewards-tab'), 'RewardsTab'),
});

const history = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/customers/$id/history',
  staticData: { roles: ['OPERATIONS', 'ADMIN'], feature: 'HISTORY' },
  validateSearch: readHistorySearch,
  component: page(
    ['customers', 'history', 'freight', 'rewards', 'list'],
    () => import('./history/history-tab'),
    'HistoryTab',
  ),
});

/** The customers of the CRM, and each with its access to the portal and its freight. */
export const customerRoutes = [customers, newCustomer, details, portal, quotes, bookings, rewards, history];
