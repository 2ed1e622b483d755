import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import type { Sharp, SharpOptions } from 'sharp';
import { badUserInput, PorticoError, rateLimited } from '../../../shared/errors.js';

/** A format that images may arrive in. */
export type ImageFormat = 'JPEG' | 'PNG' | 'WebP';

/** What an uploaded image may be. */
export interface ImageLimits {
  /** The name of the input in errors. */
  path: string;
  formats: readonly ImageFormat[];
  /** The maximum of width × height. Decoding needs about six bytes for each pixel. */
  maxPixels: number;
}

/** Opens an image that this service has made itself. */
type OpenImage = (bytes: Buffer, options?: SharpOptions) => Sharp;

/** How many images are decoded at a time, so that uploads leave cores, threads and memory for everything else. */
const CONCURRENCY = 2;
const QUEUE = 20;
const RETRY_SECONDS = 5;
/** The maximum duration of decoding one image: a small file can be made to take minutes. */
const TIMEOUT_SECONDS = 20;
/** The loaders of libvips that are allowed. It has others, for SVG and PDF among them, which read more than an image. */
const LOADERS = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'];
const PNG = '89504e470d0a1a0a';

const pool = bulkhead(CONCURRENCY, QUEUE);
let loading: Promise<OpenImage> | undefined;

/**
 * Decodes an image that came from outside. Its first bytes say which format it is, whatever its name and media type are.
 * Of an animation, only the first image counts.
 *
 * @param work reads the image; gets a function that opens an image of our own as well
 * @throws BAD_USER_INPUT if it has another format, too many pixels, or is damaged; RATE_LIMITED if too many images wait
 */
export async function decodeImage<T>(
  bytes: Buffer,
  { path, formats, maxPixels }: ImageLimits,
  work: (image: Sharp, open: OpenImage) => Promise<T>,
): Promise<T> {
  const format = formatOf(bytes);
  if (format === null || !formats.includes(format)) {
    const wanted = formats.join(', ').replace(/, (\w+)$/, ' or $1');
    throw badUserInput({
      path,
      message: `found ${format ?? 'something else'}; wanted the bytes of a ${wanted} image`,
    });
  }
  loading ??= loadLibrary();
  const open = await loading;
  return inPool(async () => {
    try {
      // Reads only the header.
      const { width, height } = await open(bytes, { limitInputPixels: false }).metadata();
      if (width * height > maxPixels) throw tooManyPixels(path, { width, height, maxPixels });
      const image = open(bytes, { limitInputPixels: maxPixels, failOn: 'error' });
      return await work(image.timeout({ seconds: TIMEOUT_SECONDS }), open);
    } catch (error) {
      if (error instanceof PorticoError) throw error;
      throw badUserInput({
        path,
        message: `found a ${format} that is cut off or damaged; wanted one that opens`,
      });
    }
  });
}

function formatOf(bytes: Buffer): ImageFormat | null {
  if (bytes.toString('hex', 0, 3) === 'ffd8ff') return 'JPEG';
  if (bytes.toString('hex', 0, 8) === PNG) return 'PNG';
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  return isWebp ? 'WebP' : null;
}

function tooManyPixels(path: string, found: { width: number; height: number; maxPixels: number }) {
  const { width, height, maxPixels } = found;
  const message = `found ${width} × ${height} pixels; wanted at most ${maxPixels / 1_000_000} million`;
  return badUserInput({ path, message });
}

/** Loaded on first use, because its native library is large and most starts don't need it. */
async function loadLibrary(): Promise<OpenImage> {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: LOADERS });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

async function inPool<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await pool.execute(work);
  } catch (error) {
    throw error instanceof BulkheadRejectedError ? rateLimited(RETRY_SECONDS) : error;
  }
}
