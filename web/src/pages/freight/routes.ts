import { createRoute } from '@tanstack/react-router';
import { CONNOTE_STATUSES, QUOTE_STATUSES } from '../../app/freight/status-names';
import { readHistorySearch } from '../../app/history/history-search';
import { readListSearch } from '../../app/list/list-search';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';
import { readText } from '../../app/search';

const quotes = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/quotes',
  staticData: { roles: ['CUSTOMER'] },
  validateSearch: readListSearch(QUOTE_STATUSES),
  component: page(['freight', 'list'], () => import('./quotes-page'), 'QuotesPage'),
});

const quote = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/quotes/$reference',
  staticData: { roles: ['CUSTOMER'] },
  component: page(['freight', 'list', 'rewards'], () => import('./quote-page'), 'QuotePage'),
});

const requestQuote = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/request-quote',
  staticData: { roles: ['CUSTOMER'] },
  component: page(['freight', 'list'], () => import('./request-quote-page'), 'RequestQuotePage'),
});

const bookings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/bookings',
  staticData: { roles: ['CUSTOMER'] },
  validateSearch: readListSearch(CONNOTE_STATUSES),
  component: page(['freight', 'list'], () => import('./bookings-page'), 'BookingsPage'),
});

const booking = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/bookings/$number',
  staticData: { roles: ['CUSTOMER'] },
  component: page(['freight', 'list'], () => import('./booking-page'), 'BookingPage'),
});

const shipments = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/shipments',
  staticData: { roles: ['CUSTOMER'] },
  validateSearch: readListSearch([]),
  component: page(['freight', 'list'], () => import('./shipments-page'), 'ShipmentsPage'),
});

const rewards = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/rewards',
  staticData: { roles: ['CUSTOMER'] },
  validateSearch: readListSearch([]),
  component: page(['rewards', 'list'], () => import('./rewards/rewards-page'), 'RewardsPage'),
});

const history = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/history',
  staticData: { roles: ['CUSTOMER'], feature: 'HISTORY' },
  validateSearch: readHistorySearch,
  component: page(
    ['history', 'freight', 'rewards', 'list'],
    () => import('./history/history-page'),
    'HistoryPage',
  ),
});

const bookShipment = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer/book-shipment',
  staticData: { roles: ['CUSTOMER'] },
  /** The reference of the quote that is booked, if it is booked by one. */
  validateSearch: (search: Record<string, unknown>): { quote?: string } => {
    const reference = readText(search['quote']);
    return reference ? { quote: reference } : {};
  },
  component: page(['freight', 'list'], () => import('./book-shipment-page'), 'BookShipmentPage'),
});

/** Quotes, bookings and shipments of a customer. */
export const freightRoutes = [
  ...[quotes, quote, requestQuote, bookings, booking],
  ...[shipments, bookShipment, rewards, history],
];
