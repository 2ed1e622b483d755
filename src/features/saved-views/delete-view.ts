import { inTransaction } from '../../db/in-transaction.js';
import type { Viewer } from '../../shared/auth.js';
import { lockView, type SavedViewDependencies } from './lock-view.js';

/** Deletes a view of the viewer; an admin deletes those that are shared too. @throws NOT_FOUND */
export function deleteView(
  { dataSource, views }: SavedViewDependencies,
  id: string,
  viewer: Viewer,
): Promise<void> {
  return inTransaction(dataSource, async (tx) => {
    await lockView(tx, views, { id, viewer, path: 'id' });
    await views.delete(tx, id);
  });
}
