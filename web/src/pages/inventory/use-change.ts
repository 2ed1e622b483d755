import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type InventorySearch, isEmptySearch, readInventorySearch } from './inventory-search';
import { viewsQuery } from './saved-views';

/** What the address says from now on, or how that follows from what it says, changes under way among it. */
export type Values = InventorySearch | ((before: InventorySearch) => InventorySearch);
/** Changes what the address says. @param replace whether Back doesn't undo it */
export type Change = (values: Values, replace?: boolean) => void;

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
        const next = typeof values === 'function' ? values(before) : values;
        // Read anew, its parts are in the same order whichever came first.
        const search = readInventorySearch({ ...before, ...next, view: undefined });
        return isEmptySearch(search) && hasDefault() ? { view: 'all' } : search;
      };
      // It is the same page: whoever reads further down stays there. The grid itself goes back to its first row.
      void navigate({ search: changed, replace, resetScroll: false });
    },
    [navigate, client],
  );
}
