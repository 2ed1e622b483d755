import { decodeImage } from './decode-image.js';

/** A photo as it is stored: two JPEGs in sRGB without metadata. */
export interface ProcessedPhoto {
  photo: Buffer;
  thumbnail: Buffer;
  /** The size of the photo, in pixels. */
  width: number;
  height: number;
}

/** What telephones take, and panoramas. */
const LIMITS = { maxPixels: 50_000_000, maxSide: 20_000 };
/** The longest side of a photo and of a thumbnail, in pixels. */
const MAX_SIDE = 2560;
const THUMBNAIL_SIDE = 320;

/**
 * Encodes an uploaded photo anew: upright, without the position and other metadata, and without anything hidden behind
 * the image. What is transparent becomes white.
 *
 * @param path the name of the input in errors
 * @throws BAD_USER_INPUT unless it is a JPEG, PNG or WebP that opens; RATE_LIMITED if too many photos are waiting
 */
export async function processPhoto(bytes: Buffer, path: string): Promise<ProcessedPhoto> {
  return decodeImage(bytes, { path, formats: ['JPEG', 'PNG', 'WebP'], ...LIMITS }, async (image, open) => {
    const { data: photo, info } = await image
      .autoOrient()
      .resize({ ...fitInto(MAX_SIDE), withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await open(photo)
      .resize({ ...fitInto(THUMBNAIL_SIDE), withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer();
    return { photo, thumbnail, width: info.width, height: info.height };
  });
}

const fitInto = (side: number) => ({ width: side, height: side, fit: 'inside' as const });
