import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query } from '../../app/query';
import { PortalErpNamesDocument } from './erp-names.generated';

/** Names of ERP customers that have all words of the search, at most 200. */
export const erpNamesQuery = (search: string) =>
  queryOptions({
    queryKey: ['erp', 'names', search],
    queryFn: async ({ signal }) => {
      const { erpCustomers } = await query(PortalErpNamesDocument, { search: search || null }, signal);
      return erpCustomers.map(({ name }) => name);
    },
    placeholderData: keepPreviousData,
  });
