import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { InventorySearch } from './inventory-search';

/** Changes what the address says. @param replace whether Back doesn't undo it */
export type Change = (
  values: { [K in keyof InventorySearch]?: InventorySearch[K] | undefined },
  replace?: boolean,
) => void;

/** Changes what the address says. Back undoes each change but those of typing. */
export function useChange(): Change {
  const navigate = useNavigate({ from: '/inventory' });
  return useCallback(
    (values, replace = false) => {
      void navigate({ search: (before) => ({ ...before, ...values }), replace });
    },
    [navigate],
  );
}
