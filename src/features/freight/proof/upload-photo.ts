import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/in-transaction.js';
import { conflict } from '../../../shared/errors.js';
import { FieldProblems } from '../../../shared/field-problems.js';
import { limitReached } from '../../../shared/refusal-reasons.js';
import { fact } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import { connoteTarget } from '../connotes/connote.audit.js';
import type { ConnoteStatus } from '../connotes/connote-transitions.js';
import { connoteNotFound, lockConnote, wrongStatus } from '../connotes/lock-connote.js';
import { type ProcessedPhoto, processPhoto } from '../files/process-photo.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { freightScopeOf } from '../freight-scope.js';
import { NOTE } from '../shipment/shipment.js';
import { type DELIVERY_PHOTO_KINDS, MAX_UNUSED_PHOTOS, type PhotoRecord } from './photo.entity.js';
import type { PhotoTarget } from './photo.store.js';
import { withNewFiles } from './with-new-files.js';

/** A photo that was uploaded. */
export interface PhotoUpload {
  connoteId: string;
  kind: (typeof DELIVERY_PHOTO_KINDS)[number];
  note: string | undefined;
  /** The file as it was sent. */
  bytes: Buffer;
}

type PlacedPhoto = Omit<PhotoUpload, 'bytes' | 'note'> & ProcessedPhoto & { note: string | null };

const OPEN: readonly ConnoteStatus[] = ['ALLOCATED', 'IN_TRANSIT'];

/**
 * Passes if the connote takes a photo of this viewer, so that nobody else's photos are read and decoded.
 *
 * @throws NOT_FOUND outside the viewer's scope; CONFLICT naming the status, or the number of photos that it has
 */
export async function assertTakesPhoto(
  { photos }: Pick<FreightDependencies, 'photos'>,
  { viewer }: Acting,
  connoteId: string,
): Promise<void> {
  const target = await photos.target(freightScopeOf(viewer), connoteId);
  if (!target) throw connoteNotFound({ id: connoteId, path: 'id' });
  assertOpen(target);
}

/**
 * Adds a photo to a connote that is on its way. A proof of delivery can use it later.
 *
 * @throws BAD_USER_INPUT unless it is an image that opens; NOT_FOUND; CONFLICT as `assertTakesPhoto` does; RATE_LIMITED
 * if too many images wait; INTERNAL_SERVER_ERROR, retryable, if the store of files does not answer
 */
export async function uploadPhoto(
  dependencies: FreightDependencies,
  acting: Acting,
  { note: sentNote, bytes, ...upload }: PhotoUpload,
): Promise<PhotoRecord> {
  const problems = new FieldProblems();
  const note = problems.text('note', sentNote, NOTE);
  problems.assertNone();
  await assertTakesPhoto(dependencies, acting, upload.connoteId);
  const placed = { ...upload, note, ...(await processPhoto(bytes, 'body')) };
  const keys = { photoKey: `photos/${randomUUID()}.jpg`, thumbnailKey: `thumbnails/${randomUUID()}.jpg` };
  const newFiles = [
    { key: keys.photoKey, bytes: placed.photo, contentType: 'image/jpeg' },
    { key: keys.thumbnailKey, bytes: placed.thumbnail, contentType: 'image/jpeg' },
  ] as const;
  return withNewFiles(dependencies, newFiles, (tx) =>
    addPhoto(tx, dependencies, acting, { ...placed, ...keys }),
  );
}

/** Checks again under the lock: meanwhile the connote may have been reallocated or delivered. */
async function addPhoto(
  tx: Tx,
  { connotes, photos, audit, now }: FreightDependencies,
  { viewer, origin }: Acting,
  placed: PlacedPhoto & Pick<PhotoRecord, 'photoKey' | 'thumbnailKey'>,
): Promise<PhotoRecord> {
  const { photo: _photo, thumbnail: _thumbnail, ...fields } = placed;
  const key = { id: placed.connoteId, path: 'id' };
  const connote = await lockConnote(tx, connotes, viewer, key);
  const target = await photos.target(freightScopeOf(viewer), connote.id, tx);
  if (!target) throw connoteNotFound(key);
  assertOpen(target);
  const added = await photos.insert(tx, { ...fields, takenAt: now(), byId: viewer.userId });
  await audit.append(tx, origin, {
    action: 'CONNOTE_NOTED',
    target: connoteTarget(connote),
    changes: [
      ...[fact('photo', added.id), fact('kind', added.kind)],
      ...(added.note === null ? [] : [fact('note', added.note)]),
    ],
  });
  return added;
}

function assertOpen(target: PhotoTarget): void {
  const { number, status, unused } = target;
  if (!OPEN.includes(status)) throw wrongStatus('id', target, OPEN);
  if (unused < MAX_UNUSED_PHOTOS) return;
  const message = `found ${unused} photos of ${number} that no proof uses; wanted fewer than ${MAX_UNUSED_PHOTOS}`;
  throw conflict({ path: 'id', message, ...limitReached(MAX_UNUSED_PHOTOS) });
}
