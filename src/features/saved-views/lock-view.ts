import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import type { Viewer } from '../../shared/auth.js';
import { notFound } from '../../shared/errors.js';
import type { SavedViewRecord } from './saved-view.entity.js';
import type { SavedViewStore } from './saved-view.store.js';

/** What changing saved views needs. */
export interface SavedViewDependencies {
  dataSource: DataSource;
  views: SavedViewStore;
}

/**
 * Reads a view that the viewer may change, and locks it by locking its owner until the transaction ends. Everybody may
 * change their own views. Admins may also change what is shared with a role, because it must not outlast its owner's job.
 *
 * @param path the input path of the id, for the error
 * @throws NOT_FOUND, the same for a view that does not exist and for one that the viewer may not change
 */
export async function lockView(
  tx: Tx,
  views: SavedViewStore,
  { id, viewer, path }: { id: string; viewer: Viewer; path: string },
): Promise<SavedViewRecord> {
  const found = await views.find(tx, id);
  if (found && mayChange(found, viewer)) {
    await views.lockOwner(tx, found.ownerId);
    // Read again, because it may have been changed before the lock was free.
    const view = await views.find(tx, id);
    if (view && mayChange(view, viewer)) return view;
  }
  throw notFound({ path, message: `found "${id}", which no view of yours has`, reason: 'UNKNOWN' });
}

const mayChange = ({ ownerId, sharedWithRole }: SavedViewRecord, { userId, role }: Viewer) =>
  ownerId === userId || (role === 'ADMIN' && sharedWithRole !== null);
