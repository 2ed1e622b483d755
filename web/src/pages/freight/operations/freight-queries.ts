import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  PortalConnoteBoardQueryVariables,
  PortalStaffConnotesQueryVariables,
  PortalStaffQuotesQueryVariables,
} from '../../../app/operations.generated';
import { query } from '../../../app/query';
import {
  PortalConnoteBoardDocument,
  PortalDriversDocument,
  PortalStaffConnoteDocument,
  PortalStaffConnotesDocument,
} from './connotes.generated';
import { PortalStaffQuoteDocument, PortalStaffQuotesDocument } from './quotes.generated';
import { PortalRatesDocument } from './rates.generated';

/** Nobody has to type capitals. */
const isSame = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase();

/** A page of all customers' quotes. The page before stays until it is there. */
export const quotesQuery = (variables: PortalStaffQuotesQueryVariables) =>
  queryOptions({
    queryKey: ['operations', 'quotes', variables],
    queryFn: async ({ signal }) => (await query(PortalStaffQuotesDocument, variables, signal)).quotes,
    placeholderData: keepPreviousData,
  });

/** The quote with this reference; null if there is none. */
export const quoteQuery = (reference: string) =>
  queryOptions({
    queryKey: ['operations', 'quote', reference],
    queryFn: async ({ signal }) => {
      const { quotes } = await query(PortalStaffQuoteDocument, { reference }, signal);
      return quotes.nodes.find((quote) => isSame(quote.reference, reference)) ?? null;
    },
  });

/** A page of all customers' connotes. */
export const connotesQuery = (variables: PortalStaffConnotesQueryVariables) =>
  queryOptions({
    queryKey: ['operations', 'connotes', variables],
    queryFn: async ({ signal }) => (await query(PortalStaffConnotesDocument, variables, signal)).connotes,
    placeholderData: keepPreviousData,
  });

/** The newest connotes of each status until they are delivered. */
export const boardQuery = (variables: PortalConnoteBoardQueryVariables) =>
  queryOptions({
    queryKey: ['operations', 'board', variables],
    queryFn: ({ signal }) => query(PortalConnoteBoardDocument, variables, signal),
    placeholderData: keepPreviousData,
  });

/** The connote with this number; null if there is none. */
export const connoteQuery = (number: string) =>
  queryOptions({
    queryKey: ['operations', 'connote', number],
    queryFn: async ({ signal }) => {
      const { connotes } = await query(PortalStaffConnoteDocument, { number }, signal);
      return connotes.nodes.find((connote) => isSame(connote.number, number)) ?? null;
    },
  });

/** The first drivers with a login who have all words of the search in their names. */
export const driversQuery = (search: string) =>
  queryOptions({
    queryKey: ['operations', 'drivers', search],
    queryFn: async ({ signal }) =>
      (await query(PortalDriversDocument, { search: search.trim() || null }, signal)).drivers,
    placeholderData: keepPreviousData,
  });

/** The rate card. */
export const ratesQuery = queryOptions({
  queryKey: ['operations', 'rates'],
  queryFn: async ({ signal }) => (await query(PortalRatesDocument, {}, signal)).rates,
});
