import { badUserInput } from '../../../shared/errors.js';
import { invalidFormat } from '../../../shared/refusal-reasons.js';
import { decodeImage } from './decode-image.js';

/** The maximum length of a signature, in bytes. */
const MAX_BYTES = 100 * 1024;
const LIMITS = { maxPixels: 4_000_000, maxSide: 5_000 };
/** The longest side of a stored signature, in pixels. */
const MAX_SIDE = 1200;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Reads a signature: a PNG in base64. Returns it encoded anew, without metadata. What is transparent stays so.
 *
 * @param path the name of the input in errors
 * @throws BAD_USER_INPUT unless it is a PNG of at most 100 KB that opens, and not too large; RATE_LIMITED if too many images are waiting
 */
export async function readSignature(base64: string, path: string): Promise<Buffer> {
  const length = Math.floor((base64.length * 3) / 4);
  // Up to two characters at the end are padding.
  if (length > MAX_BYTES + 2) throw tooLarge(path, length);
  if (base64 === '' || !BASE64.test(base64)) {
    const message = 'found no base64; wanted a PNG in base64, without a data: prefix';
    throw badUserInput({ path, message, ...invalidFormat('base64') });
  }
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MAX_BYTES) throw tooLarge(path, bytes.length);
  return decodeImage(bytes, { path, formats: ['PNG'], ...LIMITS }, (image) =>
    image
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer(),
  );
}

function tooLarge(path: string, found: number) {
  const message = `found ${found} bytes; wanted at most ${MAX_BYTES}`;
  return badUserInput({ path, message, reason: 'TOO_LARGE', params: { max: MAX_BYTES, unit: 'BYTES' } });
}
