import { createRoute } from '@tanstack/react-router';
import { page } from '../../app/page';
import { shellRoute } from '../../app/root-route';
import { readInvoiceSearch } from './invoice-search';
import { readPaymentSearch } from './payment-search';

const roles = ['CUSTOMER', 'OPERATIONS', 'ADMIN'] as const;

const invoices = createRoute({
  getParentRoute: () => shellRoute,
  path: '/invoices',
  staticData: { roles, feature: 'INVOICES' },
  validateSearch: readInvoiceSearch,
  component: page(['invoices', 'exports', 'list'], () => import('./invoices-page'), 'InvoicesPage'),
});

const payments = createRoute({
  getParentRoute: () => shellRoute,
  path: '/payments',
  staticData: { roles, feature: 'PAYMENTS' },
  validateSearch: readPaymentSearch,
  component: page(['invoices', 'exports', 'list'], () => import('./payments-page'), 'PaymentsPage'),
});

/** The customers' accounts, as the ERP has them. */
export const invoiceRoutes = [invoices, payments];
