import { createRoute } from '@tanstack/react-router';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';
import { readInvoiceSearch } from './invoice-search';
import { readPaymentSearch } from './payment-search';

const access = { roles: ['CUSTOMER', 'OPERATIONS', 'ADMIN'], feature: 'INVOICES' } as const;

const invoices = createRoute({
  getParentRoute: () => shellRoute,
  path: '/invoices',
  staticData: access,
  validateSearch: readInvoiceSearch,
  component: page(['invoices', 'exports', 'list'], () => import('./invoices-page'), 'InvoicesPage'),
});

const payments = createRoute({
  getParentRoute: () => shellRoute,
  path: '/payments',
  staticData: access,
  validateSearch: readPaymentSearch,
  component: page(['invoices', 'exports', 'list'], () => import('./payments-page'), 'PaymentsPage'),
});

/** The customers' accounts, as the ERP has them. */
export const invoiceRoutes = [invoices, payments];
