import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { badUserInput, type FieldProblem, PorticoError, rateLimited } from '../../../shared/errors.js';
import { invalidFormat } from '../../../shared/refusal-reasons.js';

/** A format that images may arrive in. */
export type ImageFormat = 'JPEG' | 'PNG' | 'WebP';

/** What an uploaded image may be. */
export interface ImageLimits {
  /** The name of the input in errors. */
  path: string;
  formats: readonly ImageFormat[];
  /**
   * The maximum of width × height. Decoding needs up to 5 bytes for each pixel; up to 8 in a progressive JPEG or an
   * interlaced PNG, which are decoded whole instead of row by row, and in a PNG of 16 bits; up to 16 in one that is both.
   * So of these, half as many pixels are allowed, or a quarter.
   */
  maxPixels: number;
  /** The maximum of width and height: many rows are held at a time, whatever their number. */
  maxSide: number;
}

/** Opens an image that this service has made itself. */
type OpenImage = (bytes: Buffer, options?: SharpOptions) => Sharp;

/** How many images are decoded at a time, so that uploads leave cores, threads and memory for everything else. */
const CONCURRENCY = 2;
const QUEUE = 20;
const RETRY_SECONDS = 5;
/**
 * The maximum duration of decoding one image. It is looked at between rows only, so it is the limits of pixels that keep
 * an image from taking minutes.
 */
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
 * @throws BAD_USER_INPUT if it has another format, too many pixels or too long a side, or is damaged; RATE_LIMITED if too
 * many images wait
 */
export async function decodeImage<T>(
  bytes: Buffer,
  { path, formats, ...limits }: ImageLimits,
  work: (image: Sharp, open: OpenImage) => Promise<T>,
): Promise<T> {
  const format = formatOf(bytes);
  if (format === null || !formats.includes(format)) {
    const wanted = formats.join(', ').replace(/, (\w+)$/, ' or $1');
    throw badUserInput({
      path,
      message: `found ${format ?? 'something else'}; wanted the bytes of a ${wanted} image`,
      ...invalidFormat('image'),
    });
  }
  loading ??= loadLibrary();
  const open = await loading;
  return inPool(async () => {
    try {
      // Reads only the header.
      const problem = sizeProblem(await open(bytes, { limitInputPixels: false }).metadata(), {
        path,
        ...limits,
      });
      if (problem !== null) throw badUserInput(problem);
      const image = open(bytes, { limitInputPixels: limits.maxPixels, failOn: 'error' });
      return await work(image.timeout({ seconds: TIMEOUT_SECONDS }), open);
    } catch (error) {
      if (error instanceof PorticoError) throw error;
      throw badUserInput({
        path,
        message: `found a ${format} that is cut off or damaged; wanted one that opens`,
        ...invalidFormat('image'),
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

/** What is wrong with the size that the header says; null if nothing is. */
function sizeProblem(
  { width, height, isProgressive, depth }: Metadata,
  { path, maxPixels, maxSide }: Pick<ImageLimits, 'path' | 'maxPixels' | 'maxSide'>,
): FieldProblem | null {
  const found = `found ${width} × ${height} pixels`;
  const costs = [
    ...(isProgressive ? ['progressive or interlaced'] : []),
    ...(depth === 'uchar' ? [] : ['of 16 bits']),
  ];
  const allowed = maxPixels / 2 ** costs.length;
  if (width * height > allowed) {
    const max = allowed / 1_000_000;
    const message = `${[found, ...costs].join(', ')}; wanted at most ${max} million`;
    return { path, message, reason: 'TOO_LARGE', params: { max, unit: 'MEGAPIXELS' } };
  }
  if (Math.max(width, height) <= maxSide) return null;
  const message = `${found}; wanted at most ${maxSide} on a side`;
  return { path, message, reason: 'TOO_LARGE', params: { max: maxSide, unit: 'PIXELS_ON_A_SIDE' } };
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
