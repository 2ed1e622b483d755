import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { badUserInput } from './errors.js';

/** Where a row stands in an order: its value in each of the order's columns. */
export type Position = readonly (string | null)[];

const SIGNATURE_BYTES = 16;

/**
 * Makes and reads page cursors. A cursor carries a position and is signed together with what it belongs to (the list,
 * its order, the scope it was read in), so that it can't be forged, altered, or used elsewhere.
 */
export class CursorCodec {
  /** @param keys secret, at least 32 bytes each: the one that signs, and after it those that are still accepted */
  constructor(private readonly keys: readonly [Buffer, ...Buffer[]]) {}

  /** @param binding everything that the cursor must not outlive: list, order, scope */
  encode(position: Position, binding: string): string {
    const payload = Buffer.from(JSON.stringify(position));
    return Buffer.concat([sign(this.keys[0], payload, binding), payload]).toString('base64url');
  }

  /** @throws BAD_USER_INPUT naming the argument, where the cursor isn't one of ours for this binding */
  decode(cursor: string, binding: string, argument: string): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    const signature = bytes.subarray(0, SIGNATURE_BYTES);
    const payload = bytes.subarray(SIGNATURE_BYTES);
    const genuine =
      signature.length === SIGNATURE_BYTES &&
      this.keys.some((key) => timingSafeEqual(signature, sign(key, payload, binding)));
    if (!genuine) {
      throw badUserInput({
        path: argument,
        message:
          'found a cursor that was not made for this list, order and scope; wanted one from its last answer',
      });
    }
    return JSON.parse(payload.toString()) as Position;
  }
}

function sign(key: Buffer, payload: Buffer, binding: string): Buffer {
  const bound = createHash('sha256').update(binding).digest();
  return createHmac('sha256', key).update(bound).update(payload).digest().subarray(0, SIGNATURE_BYTES);
}
