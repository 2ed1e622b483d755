import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { query } from '../../app/query';
import { useViewer } from '../../app/session-state';
import { PortalAccountCustomersDocument, PortalAccountSightDocument } from './sight.generated';

const sightQuery = queryOptions({
  queryKey: ['accounts', 'sight'],
  queryFn: async ({ signal }) => (await query(PortalAccountSightDocument, {}, signal)).viewer,
  staleTime: 60_000,
});

/** Whose accounts the viewer sees. */
export interface Sight {
  /** Whether they are those of several ERP customers, as far as is known. The staff's are. */
  isWide: boolean;
  /** The names that a customer's login sees, or the first of them. */
  names: readonly string[];
}

/** The same, for the viewer. */
export function useSight(): Sight {
  const { role } = useViewer();
  const isStaff = role !== 'CUSTOMER';
  const { data } = useQuery({ ...sightQuery, enabled: !isStaff });
  const names = data?.erpCustomers.map(({ name }) => name) ?? [];
  return { isWide: isStaff || data?.allErpCustomers === true || names.length > 1, names };
}

/** ERP customers that have all words of a search. The staff alone may ask for it. */
export const erpCustomersQuery = (search: string) =>
  queryOptions({
    queryKey: ['accounts', 'customers', search],
    queryFn: async ({ signal }) => {
      const { erpCustomers } = await query(
        PortalAccountCustomersDocument,
        { search: search || null },
        signal,
      );
      return erpCustomers.map(({ name }) => name);
    },
    placeholderData: keepPreviousData,
  });
