import { createRoute } from '@tanstack/react-router';
import { QUOTE_STATUSES } from '../../../app/freight/status-names';
import { readListSearch } from '../../../app/list/list-search';
import { page } from '../../../app/page';
import { shellRoute } from '../../../app/root-route';
import { readText } from '../../../app/search';
import { readConnoteSearch } from './connote-search';

const roles = ['OPERATIONS', 'ADMIN'] as const;

const quotes = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/quotes',
  staticData: { roles },
  validateSearch: readListSearch(QUOTE_STATUSES),
  component: page(['operations', 'freight', 'list'], () => import('./quotes-page'), 'QuotesPage'),
});

const quote = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/quotes/$reference',
  staticData: { roles },
  component: page(['operations', 'freight', 'list', 'rewards'], () => import('./quote-page'), 'QuotePage'),
});

const connotes = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/connotes',
  staticData: { roles },
  validateSearch: readConnoteSearch,
  component: page(['operations', 'freight', 'list'], () => import('./connotes-page'), 'ConnotesPage'),
});

const connote = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/connotes/$number',
  staticData: { roles },
  component: page(['operations', 'freight', 'list'], () => import('./connote-page'), 'ConnotePage'),
});

const rates = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/rates',
  staticData: { roles },
  /** The id of the rate that is open, or `new`. */
  validateSearch: (search: Record<string, unknown>): { rate?: string | undefined } => ({
    rate: readText(search['rate']),
  }),
  component: page(['operations', 'freight', 'list'], () => import('./rates-page'), 'RatesPage'),
});

/** The freight of all customers: what operations price, confirm and allocate, and by which rates. */
export const operationsRoutes = [quotes, quote, connotes, connote, rates];
