import { z } from 'zod';
import { actingOf } from '../../features/freight/acting.js';
import type { FileAddresses } from '../../features/freight/files/file-addresses.js';
import type { FreightDependencies } from '../../features/freight/freight-dependencies.js';
import { PHOTO_KINDS } from '../../features/freight/proof/photo.entity.js';
import { assertTakesPhoto, uploadPhoto } from '../../features/freight/proof/upload-photo.js';
import { NOTE } from '../../features/freight/shipment/shipment.js';
import { connoteParams } from './connote-params.js';
import { type ApiOperation, answerWith, operation } from './operation.js';

/** What the upload of photos needs. */
export interface ConnotePhotos {
  dependencies: FreightDependencies;
  addresses: FileAddresses;
}

const MAX_BYTES = 8 * 1024 * 1024;

const query = z.strictObject({
  kind: z
    .enum(PHOTO_KINDS)
    .default('DELIVERY')
    .describe('What the photo shows. BEFORE and AFTER: the goods, before and after a service.'),
  note: z.string().max(NOTE.maxLength).optional().describe('Whoever sees the photo sees it.'),
});

const photoSchema = z.object({
  id: z.string().describe('Send that of DELIVERY or DAMAGE with the proof of delivery.'),
  kind: z.enum(PHOTO_KINDS),
  width: z.int().describe('In pixels, of the photo as it is stored.'),
  height: z.int(),
  url: z.string().describe('Valid for ten minutes, and for the session that asked.'),
  thumbnailUrl: z.string(),
});

/** The REST operation that adds a photo to a connote. */
export function uploadConnotePhoto({ dependencies, addresses }: ConnotePhotos): ApiOperation {
  return operation({
    method: 'post',
    path: '/connotes/{id}/photos',
    id: 'uploadConnotePhoto',
    summary: 'Adds a photo to a connote.',
    description:
      'Drivers add photos to the connotes that are allocated to them. The photo is encoded anew, without what the camera wrote about itself and the place. DELIVERY and DAMAGE: while the connote is ALLOCATED or IN_TRANSIT; if no proof of delivery uses it within a day, it is deleted. BEFORE and AFTER: from CONFIRMED to DELIVERED, if the portal has the feature PHOTOS; whoever sees the connote sees it at once.',
    requires: ['DRIVER', 'OPERATIONS', 'ADMIN'],
    params: connoteParams,
    query,
    body: {
      description:
        'A JPEG, PNG or WebP, recognised by its bytes: at most 50 million pixels, and 20,000 on a side; half as many pixels if it is progressive, interlaced or of 16 bits.',
      mediaTypes: ['image/jpeg', 'image/png', 'image/webp'],
      maxBytes: MAX_BYTES,
    },
    answers: { 201: { description: 'The photo was added.', name: 'Photo', schema: photoSchema } },
    problems: {
      403: 'The role does not allow this, a new password must be chosen first, or photos before and after are switched off.',
      404: 'There is no such connote.',
      409: 'The connote has another status, or ten photos that no proof of delivery uses, or twenty before and after.',
    },
    beforeBody: ({ params: { id: connoteId }, query: { kind }, ...request }) =>
      assertTakesPhoto(dependencies, actingOf(request), { connoteId, kind }),
    handle: async ({ params: { id }, query: { kind, note }, body: bytes, ...request }) => {
      const acting = actingOf(request);
      const photo = await uploadPhoto(dependencies, acting, { connoteId: id, kind, note, bytes });
      return answerWith(201, {
        ...{ id: photo.id, kind, width: photo.width, height: photo.height },
        url: addresses.photo(acting.viewer, photo),
        thumbnailUrl: addresses.thumbnail(acting.viewer, photo),
      });
    },
  });
}
