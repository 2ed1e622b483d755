import { notFound, type PorticoError } from '../../../shared/errors.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { freightScopeOf } from '../freight-scope.js';

type ReadDependencies = Pick<FreightDependencies, 'photos' | 'proofs' | 'files'>;

/**
 * The bytes of a photo or its thumbnail, a JPEG. Who may see it is checked.
 *
 * @throws NOT_FOUND, alike for an unknown photo and for one that the viewer may not see; INTERNAL_SERVER_ERROR,
 * retryable, if the store of files does not answer
 */
export async function readPhoto(
  { photos, files }: ReadDependencies,
  { viewer }: Acting,
  { connoteId, id, size }: { connoteId: string; id: string; size: 'photo' | 'thumbnail' },
): Promise<Buffer> {
  const photo = await photos.find(freightScopeOf(viewer), connoteId, id);
  if (!photo) throw fileNotFound('photoId', id, 'one that no photo of the connote has');
  return read(files, size === 'photo' ? photo.photoKey : photo.thumbnailKey);
}

/** The bytes of the signature of a proof of delivery, a PNG. Who may see it is checked. @throws as `readPhoto` does */
export async function readSignatureFile(
  { proofs, files }: ReadDependencies,
  { viewer }: Acting,
  connoteId: string,
): Promise<Buffer> {
  const [proof] = await proofs.ofConnotes(freightScopeOf(viewer), [connoteId]);
  const key = proof?.signatureKey ?? null;
  if (key === null) throw fileNotFound('id', connoteId, 'one of no connote with a signature');
  return read(files, key);
}

/** @throws Error, which is masked and logged, if the store has lost a file */
async function read(files: ReadDependencies['files'], key: string): Promise<Buffer> {
  const bytes = await files.get(key);
  if (!bytes) throw new Error(`the store of files has lost ${key}`);
  return bytes;
}

function fileNotFound(path: string, id: string, reason: string): PorticoError {
  const message = `found "${id}", ${reason}`;
  return notFound({ path, message, reason: 'UNKNOWN' });
}
