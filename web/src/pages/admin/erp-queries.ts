import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query } from '../../app/query';
import { PortalErpNamesDocument } from './erp-names.generated';

/** So many names are asked for at once. */
export const MOST_NAMES = 200;

/** Names of ERP customers that have all words of the search, the first of them. */
export const erpNamesQuery = (search: string) =>
  queryOptions({
    queryKey: ['erp', 'names', search],
    queryFn: async ({ signal }) => {
      const { erpCustomers } = await query(
        PortalErpNamesDocument,
        { search: search || null, first: MOST_NAMES },
        signal,
      );
      return erpCustomers.map(({ name }) => name);
    },
    placeholderData: keepPreviousData,
  });
