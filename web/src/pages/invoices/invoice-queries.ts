import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { askedAgain } from '../../app/asked-again';
import type {
  PortalInvoiceQuery,
  PortalInvoicesQuery,
  PortalInvoicesQueryVariables,
  PortalPaymentsQuery,
  PortalPaymentsQueryVariables,
} from '../../app/operations.generated';
import { query } from '../../app/query';
import { PortalInvoiceDocument, PortalInvoicesDocument } from './invoices.generated';
import { PortalPaymentsDocument } from './payments.generated';

/** A page of invoices. The page before stays until it is there. */
export const invoicesQuery = (variables: PortalInvoicesQueryVariables) =>
  queryOptions({
    queryKey: ['invoices', 'list', variables],
    queryFn: async ({ signal }) => (await query(PortalInvoicesDocument, variables, signal)).invoices,
    placeholderData: keepPreviousData,
    ...askedAgain(({ stale }: PortalInvoicesQuery['invoices']) => stale),
  });

/** An invoice with its payments; null if it is gone, or not the viewer's to see. */
export const invoiceQuery = (id: string) =>
  queryOptions({
    queryKey: ['invoices', 'one', id],
    queryFn: async ({ signal }) => (await query(PortalInvoiceDocument, { id }, signal)).invoice,
    ...askedAgain((_: PortalInvoiceQuery['invoice']) => false),
  });

/** A page of payments. */
export const paymentsQuery = (variables: PortalPaymentsQueryVariables) =>
  queryOptions({
    queryKey: ['payments', 'list', variables],
    queryFn: async ({ signal }) => (await query(PortalPaymentsDocument, variables, signal)).payments,
    placeholderData: keepPreviousData,
    ...askedAgain(({ stale }: PortalPaymentsQuery['payments']) => stale),
  });
