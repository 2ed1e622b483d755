import { actingOf } from '../../features/freight/acting.js';
import type { FreightDependencies } from '../../features/freight/freight-dependencies.js';
import { readPhoto, readSignatureFile } from '../../features/freight/proof/read-files.js';
import { CONNOTE_FILE, connoteParams, photoParams } from './connote-params.js';
import { type ApiOperation, answerWith, operation } from './operation.js';

const NO_PHOTO = 'There is no such photo.';

/** The REST operations that read the photos and the signature of a connote. */
export function connoteFiles(dependencies: FreightDependencies): ApiOperation[] {
  return [photoOf(dependencies), thumbnailOf(dependencies), signatureOf(dependencies)];
}

function photoOf(dependencies: FreightDependencies): ApiOperation {
  return operation({
    ...CONNOTE_FILE,
    path: '/connotes/{id}/photos/{photoId}',
    id: 'readConnotePhoto',
    summary: 'Returns a photo.',
    description:
      'Of the photos of a delivery, customers and the warehouse see those that the proof of delivery uses.',
    params: photoParams,
    answers: { 200: { description: 'The photo.', fileTypes: ['image/jpeg'] } },
    problems: { 404: NO_PHOTO },
    handle: async ({ params: { id: connoteId, photoId: id }, ...request }) => {
      const bytes = await readPhoto(dependencies, actingOf(request), { connoteId, id, size: 'photo' });
      return answerWith(200, { bytes, mediaType: 'image/jpeg' as const, name: `photo-${id}.jpg` });
    },
  });
}

function thumbnailOf(dependencies: FreightDependencies): ApiOperation {
  return operation({
    ...CONNOTE_FILE,
    path: '/connotes/{id}/photos/{photoId}/thumbnail',
    id: 'readConnotePhotoThumbnail',
    summary: 'Returns a photo with sides of 320 pixels at most.',
    params: photoParams,
    answers: { 200: { description: 'The thumbnail.', fileTypes: ['image/jpeg'] } },
    problems: { 404: NO_PHOTO },
    handle: async ({ params: { id: connoteId, photoId: id }, ...request }) => {
      const bytes = await readPhoto(dependencies, actingOf(request), { connoteId, id, size: 'thumbnail' });
      return answerWith(200, { bytes, mediaType: 'image/jpeg' as const, name: `thumbnail-${id}.jpg` });
    },
  });
}

function signatureOf(dependencies: FreightDependencies): ApiOperation {
  return operation({
    ...CONNOTE_FILE,
    path: '/connotes/{id}/signature',
    id: 'readConnoteSignature',
    summary: 'Returns the signature of the proof of delivery.',
    params: connoteParams,
    answers: { 200: { description: 'The signature.', fileTypes: ['image/png'] } },
    problems: { 404: 'There is no such connote, or it has no signature.' },
    handle: async ({ params: { id }, ...request }) => {
      const bytes = await readSignatureFile(dependencies, actingOf(request), id);
      return answerWith(200, { bytes, mediaType: 'image/png' as const, name: `signature-${id}.png` });
    },
  });
}
