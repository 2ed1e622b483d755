import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { hasCode } from '../../app/ask';
import type {
  PortalCustomerBookingsQueryVariables,
  PortalCustomerQuery,
  PortalCustomerQuotesQueryVariables,
  PortalCustomersQueryVariables,
} from '../../app/operations.generated';
import { query, queryClient } from '../../app/query';
import { PortalCustomerDocument, PortalCustomersDocument } from './customers.generated';
import {
  PortalCustomerBookingsDocument,
  PortalCustomerQuotesDocument,
} from './freight/customer-freight.generated';

/** A customer with the state of their account. */
export type CustomerWithAccount = NonNullable<PortalCustomerQuery['customer']>;

/** How often an account that is being created is looked for. */
const PENDING_MS = 2_000;

/** A page of customers. The page before stays until it is there. */
export const customersQuery = (variables: PortalCustomersQueryVariables) =>
  queryOptions({
    queryKey: ['customers', 'list', variables],
    queryFn: async ({ signal }) => (await query(PortalCustomersDocument, variables, signal)).customers,
    placeholderData: keepPreviousData,
  });

/** A customer; null if there is none with this id, or it is no id at all. While their account is created it is asked for again. */
export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: async ({ signal }) => {
      try {
        return (await query(PortalCustomerDocument, { id }, signal)).customer;
      } catch (error) {
        if (hasCode(error, 'BAD_USER_INPUT')) return null;
        throw error;
      }
    },
    refetchInterval: ({ state }) => (state.data?.portalAccount.status === 'PENDING' ? PENDING_MS : false),
  });

/** A page of a customer's quotes. */
export const customerQuotesQuery = (variables: PortalCustomerQuotesQueryVariables) =>
  queryOptions({
    queryKey: ['customers', 'quotes', variables],
    queryFn: async ({ signal }) => (await query(PortalCustomerQuotesDocument, variables, signal)).quotes,
    placeholderData: keepPreviousData,
  });

/** A page of a customer's bookings. */
export const customerBookingsQuery = (variables: PortalCustomerBookingsQueryVariables) =>
  queryOptions({
    queryKey: ['customers', 'bookings', variables],
    queryFn: async ({ signal }) => (await query(PortalCustomerBookingsDocument, variables, signal)).connotes,
    placeholderData: keepPreviousData,
  });

/** Has everything asked for again: whatever became of an act, the page shows the newest state. */
export const reload = () => queryClient.invalidateQueries();
