import { queryOptions } from '@tanstack/react-query';
import { ask } from './ask';
import { PortalAboutDocument } from './session.generated';

/** What anybody may know of the portal: its name, what it offers, what a password must be. */
export const about = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => ask(PortalAboutDocument, {}, { token: null, signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
