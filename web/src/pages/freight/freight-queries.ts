import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  PortalBookingsQueryVariables,
  PortalQuotesQueryVariables,
} from '../../app/operations.generated';
import { query } from '../../app/query';
import {
  PortalBookingDocument,
  PortalBookingProofDocument,
  PortalBookingsDocument,
} from './bookings.generated';
import { PortalRecentAddressesDocument } from './freight.generated';
import { PortalServicePhotosDocument } from './photos/photos.generated';
import { PortalQuoteDocument, PortalQuotesDocument } from './quotes.generated';

/** Addresses of photos are valid for ten minutes, so they are asked for again before that. */
const SIGNED_MS = 8 * 60_000;

/** Whether two references are the same: nobody has to type capitals. */
const isSame = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase();

/** A page of quotes. The page before stays until it is there. */
export const quotesQuery = (variables: PortalQuotesQueryVariables) =>
  queryOptions({
    queryKey: ['freight', 'quotes', variables],
    queryFn: async ({ signal }) => (await query(PortalQuotesDocument, variables, signal)).quotes,
    placeholderData: keepPreviousData,
  });

/** A page of bookings. */
export const bookingsQuery = (variables: PortalBookingsQueryVariables) =>
  queryOptions({
    queryKey: ['freight', 'bookings', variables],
    queryFn: async ({ signal }) => (await query(PortalBookingsDocument, variables, signal)).connotes,
    placeholderData: keepPreviousData,
  });

/** The quote with this reference; null if the viewer sees none. */
export const quoteQuery = (reference: string) =>
  queryOptions({
    queryKey: ['freight', 'quote', reference],
    queryFn: async ({ signal }) => {
      const { quotes } = await query(PortalQuoteDocument, { reference }, signal);
      return quotes.nodes.find((quote) => isSame(quote.reference, reference)) ?? null;
    },
  });

/** The booking with this number; null if the viewer sees none. */
export const bookingQuery = (number: string) =>
  queryOptions({
    queryKey: ['freight', 'booking', number],
    queryFn: async ({ signal }) => {
      const { connotes } = await query(PortalBookingDocument, { number }, signal);
      return connotes.nodes.find((connote) => isSame(connote.number, number)) ?? null;
    },
  });

/** The proof of a booking's delivery, with addresses of its photos. */
export const proofQuery = (id: string) =>
  queryOptions({
    queryKey: ['freight', 'proof', id],
    queryFn: async ({ signal }) =>
      (await query(PortalBookingProofDocument, { id }, signal)).connote?.proofOfDelivery ?? null,
    staleTime: SIGNED_MS,
    refetchInterval: SIGNED_MS,
  });

/** The photos of a connote before and after a service, with their addresses. */
export const servicePhotosQuery = (id: string) =>
  queryOptions({
    queryKey: ['freight', 'servicePhotos', id],
    queryFn: async ({ signal }) =>
      (await query(PortalServicePhotosDocument, { id }, signal)).connote?.servicePhotos ?? [],
    refetchInterval: SIGNED_MS,
  });

/** Addresses of earlier shipments that have all words of the search. */
export const recentAddressesQuery = (search: string) =>
  queryOptions({
    queryKey: ['freight', 'addresses', search],
    queryFn: async ({ signal }) =>
      (await query(PortalRecentAddressesDocument, { search: search.trim() || null }, signal)).recentAddresses,
    placeholderData: keepPreviousData,
  });
