import { queryOptions } from '@tanstack/react-query';
import { query } from '../../../app/query';
import { PortalOutgoingDocument } from './warehouse.generated';

/** The shipment with this number; null if the viewer sees none. */
export const outgoingQuery = (number: string) =>
  queryOptions({
    queryKey: ['freight', 'outgoing', number.toUpperCase()],
    queryFn: async ({ signal }) => {
      const { connotes } = await query(PortalOutgoingDocument, { number }, signal);
      return connotes.nodes.find((one) => one.number.toUpperCase() === number.toUpperCase()) ?? null;
    },
  });
