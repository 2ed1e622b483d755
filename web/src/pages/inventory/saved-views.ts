import { redirect } from '@tanstack/react-router';
import { query, queryClient } from '../../app/query';
import { parseSearch, stringifySearch } from '../../app/search';
import { type InventorySearch, isEmptySearch, readInventorySearch } from './inventory-search';
import { PortalInventoryViewsDocument } from './views.generated';

/** The views of this list that the viewer sees: their own and those that are shared with their role. */
export const viewsQuery = {
  queryKey: ['views', 'INVENTORY'] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => query(PortalInventoryViewsDocument, {}, signal),
};

/** What is kept of an address: its filters, order and columns, not the row that is open. */
export const viewOf = (search: InventorySearch): string =>
  stringifySearch({ ...readInventorySearch({ ...search, item: undefined, view: undefined }) }).slice(1);

/** The address that a saved view means. */
export const searchOfView = (view: { query: string }): InventorySearch =>
  readInventorySearch(parseSearch(view.query));

/** Opens the default view, for an address that says nothing. The page opens all the same if views can't be read. */
export async function openDefaultView(): Promise<void> {
  const views = await queryClient.fetchQuery({ ...viewsQuery, retry: false }).catch(() => null);
  // The service lists the viewer's own default first.
  const view = views?.savedViews.find(({ isDefault }) => isDefault);
  const search = view && searchOfView(view);
  if (search && !isEmptySearch(search)) throw redirect({ to: '/inventory', search, replace: true });
}
