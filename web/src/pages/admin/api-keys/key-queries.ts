import { queryOptions } from '@tanstack/react-query';
import type { PortalApiKeysQuery } from '../../../app/operations.generated';
import { query } from '../../../app/query';
import { PortalApiKeysDocument } from './api-keys.generated';

/** An API key, without its secret. */
export type ApiKey = PortalApiKeysQuery['apiKeys'][number];

/** The keys that are not revoked, and those that were lately; newest first. */
export const apiKeysQuery = queryOptions({
  queryKey: ['apiKeys'],
  queryFn: async ({ signal }) => (await query(PortalApiKeysDocument, {}, signal)).apiKeys,
});
