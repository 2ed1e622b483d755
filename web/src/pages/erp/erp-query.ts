import { queryOptions } from '@tanstack/react-query';
import type { PortalErpStatusQuery } from '../../app/operations.generated';
import { query } from '../../app/query';
import { PortalErpCheckDocument, PortalErpStatusDocument } from './erp.generated';

/** How often the ERP's state is asked for while the page is in front. */
const INTERVAL_MS = 10_000;

/** The state of the connection to the ERP. */
export type ErpStatus = PortalErpStatusQuery['erpStatus'];

/** The state of the ERP now, and again while somebody looks. */
export const statusQuery = queryOptions({
  queryKey: ['erp', 'status'],
  queryFn: async ({ signal }) => (await query(PortalErpStatusDocument, {}, signal)).erpStatus,
  refetchInterval: INTERVAL_MS,
  staleTime: 0,
});

/** What the last check of the ERP said; null if there was none. */
export const checkQuery = queryOptions({
  queryKey: ['erp', 'check'],
  queryFn: async ({ signal }) => (await query(PortalErpCheckDocument, {}, signal)).erpCheck,
});
