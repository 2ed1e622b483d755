import { inTransaction } from '../../../db/in-transaction.js';
import { badUserInput, notFound, notYourPhoto } from '../../../shared/errors.js';
import { fact } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import { connoteTarget } from '../connotes/connote.audit.js';
import type { ConnoteRecord } from '../connotes/connote.entity.js';
import { lockConnote } from '../connotes/lock-connote.js';
import { deleteAfterCommit } from '../files/delete-files.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { freightScopeOf } from '../freight-scope.js';
import { isServicePhoto, SERVICE_PHOTO_KINDS } from './photo.entity.js';

/**
 * Removes a photo before or after a service, with its files. Drivers remove those that they have added themselves. It
 * works while these photos are switched off, too.
 *
 * @returns the connote
 * @throws NOT_FOUND; BAD_USER_INPUT if the photo is of another kind; FORBIDDEN if somebody else has added it
 */
export async function deletePhoto(
  { dataSource, connotes, photos, jobs, audit }: FreightDependencies,
  { viewer, origin }: Acting,
  id: string,
): Promise<ConnoteRecord> {
  return inTransaction(dataSource, async (tx) => {
    const photo = await photos.byId(tx, freightScopeOf(viewer), id);
    if (!photo) throw photoNotFound(id);
    const { kind, byId } = photo;
    if (!isServicePhoto(kind)) {
      const message = `found a photo of the kind ${kind}; wanted one of the kind ${SERVICE_PHOTO_KINDS.join(' or ')}`;
      throw badUserInput({ path: 'id', message, reason: 'NOT_ALLOWED' });
    }
    if (viewer.role === 'DRIVER' && byId !== viewer.userId) throw notYourPhoto();
    const connote = await lockConnote(tx, connotes, viewer, { id: photo.connoteId, path: 'id' });
    const keys = await photos.delete(tx, id);
    // Somebody else was quicker.
    if (keys.length === 0) throw photoNotFound(id);
    await deleteAfterCommit(tx, jobs, keys);
    await audit.append(tx, origin, {
      action: 'CONNOTE_PHOTO_REMOVED',
      target: connoteTarget(connote),
      changes: [fact('photo', id), fact('kind', kind)],
    });
    return connote;
  });
}

const photoNotFound = (id: string) =>
  notFound({ path: 'id', message: `found "${id}", one that no photo has`, reason: 'UNKNOWN' });
