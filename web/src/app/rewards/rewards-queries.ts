import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PortalRewardsQuery, PortalRewardsQueryVariables } from '../operations.generated';
import { query } from '../query';
import { PortalPointsDocument, PortalRewardsDocument } from './rewards.generated';

/** The points of a customer with a page of their ledger. */
export type RewardsWithEntries = PortalRewardsQuery['rewards'];

/** The points of the viewer's customer, or of the one that staff name, with a page of the ledger. */
export const rewardsQuery = (variables: PortalRewardsQueryVariables) =>
  queryOptions({
    queryKey: ['rewards', 'ledger', variables],
    queryFn: async ({ signal }) => (await query(PortalRewardsDocument, variables, signal)).rewards,
    placeholderData: keepPreviousData,
  });

/** The points of the viewer's customer. */
export const pointsQuery = queryOptions({
  queryKey: ['rewards', 'points'],
  queryFn: async ({ signal }) => (await query(PortalPointsDocument, {}, signal)).rewards,
});
