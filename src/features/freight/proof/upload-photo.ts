import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/in-transaction.js';
import { conflict, switchedOff } from '../../../shared/errors.js';
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
import {
  isServicePhoto,
  MAX_SERVICE_PHOTOS,
  MAX_UNUSED_PHOTOS,
  type PhotoKind,
  type PhotoRecord,
} from './photo.entity.js';
import type { PhotoTarget } from './photo.store.js';
import { withNewFiles } from './with-new-files.js';

/** A photo that was uploaded. */
export interface PhotoUpload {
  connoteId: string;
  kind: PhotoKind;
  note: string | undefined;
  /** The file as it was sent. */
  bytes: Buffer;
}

type PlacedPhoto = Omit<PhotoUpload, 'bytes' | 'note'> & ProcessedPhoto & { note: string | null };

/** The statuses of connotes that take photos for a proof of delivery, and those that take photos of a service. */
const OPEN: readonly ConnoteStatus[] = ['ALLOCATED', 'IN_TRANSIT'];
const OPEN_TO_SERVICE: readonly ConnoteStatus[] = ['CONFIRMED', ...OPEN, 'DELIVERED'];

/**
 * Passes if the connote takes a photo of this viewer, so that nobody else's photos are read and decoded.
 *
 * @throws FORBIDDEN if photos of this kind are switched off; NOT_FOUND outside the viewer's scope; CONFLICT naming the
 * status, or the number of photos that it has
 */
export async function assertTakesPhoto(
  { photos, settings }: Pick<FreightDependencies, 'photos' | 'settings'>,
  { viewer }: Acting,
  { connoteId, kind }: Pick<PhotoUpload, 'connoteId' | 'kind'>,
): Promise<void> {
  if (isServicePhoto(kind) && !settings.servicePhotos) throw switchedOff('Photos before and after');
  const target = await photos.target(freightScopeOf(viewer), connoteId);
  if (!target) throw connoteNotFound({ id: connoteId, path: 'id' });
  assertOpen(target, kind);
}

/**
 * Adds a photo to a connote. A proof of delivery can use it later, unless it shows the goods before or after a service.
 *
 * @throws BAD_USER_INPUT unless it is an image that opens; FORBIDDEN, NOT_FOUND and CONFLICT as `assertTakesPhoto` does;
 * RATE_LIMITED if too many images wait; INTERNAL_SERVER_ERROR, retryable, if the store of files does not answer
 */
export async function uploadPhoto(
  dependencies: FreightDependencies,
  acting: Acting,
  { note: sentNote, bytes, ...upload }: PhotoUpload,
): Promise<PhotoRecord> {
  const problems = new FieldProblems();
  const note = problems.text('note', sentNote, NOTE);
  problems.assertNone();
  await assertTakesPhoto(dependencies, acting, upload);
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
  assertOpen(target, placed.kind);
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

function assertOpen(target: PhotoTarget, kind: PhotoKind): void {
  const { number, status, unused, ofService } = target;
  const rules = isServicePhoto(kind)
    ? {
        open: OPEN_TO_SERVICE,
        count: ofService,
        max: MAX_SERVICE_PHOTOS,
        which: 'before and after a service',
      }
    : { open: OPEN, count: unused, max: MAX_UNUSED_PHOTOS, which: 'that no proof uses' };
  const { open, count, max, which } = rules;
  if (!open.includes(status)) throw wrongStatus('id', target, open);
  if (count < max) return;
  const message = `found ${count} photos of ${number} ${which}; wanted fewer than ${max}`;
  throw conflict({ path: 'id', message, ...limitReached(max) });
}
