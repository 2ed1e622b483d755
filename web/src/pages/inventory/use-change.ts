import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type InventorySearch, isEmptySearch, readInventorySearch } from './inventory-search';
import { viewsQuery } from './saved-views';

/** Changes what the address says. @param replace whether Back doesn't undo it */
export type Change = (values: InventorySearch, replace?: boolean) => void;

/** Changes what the address says. Back undoes each change but those of typing. */
export function useChange(): Change {
  const navigate = useNavigate({ from: '/inventory' });
  const client = useQueryClient();
  return useCallback(
    (values, replace = false) => {
      const hasDefault = () =>
        client
          .getQueryData<Awaited<ReturnType<typeof viewsQuery.queryFn>>>(viewsQuery.queryKey)
          ?.savedViews.some(({ isDefault }) => isDefault);
      const changed = (before: InventorySearch): InventorySearch => {
        // Read anew, its parts are in the same order whichever came first.
        const search = readInventorySearch({ ...before, ...values, view: undefined });
        return isEmptySearch(search) && hasDefault() ? { view: 'all' } : search;
      };
      void navigate({ search: changed, replace });
    },
    [navigate, client],
  );
}
