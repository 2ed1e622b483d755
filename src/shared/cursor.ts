import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { badUserInput } from './errors.js';

/** The position of a row in an order: its value in each column of the order. */
export type Position = readonly (string | null)[];

const SIGNATURE_BYTES = 16;

/**
 * Encodes and decodes page cursors. A cursor carries a position. Its signature also covers what it belongs to (the
 * list, its order and the scope), so that it can't be forged, altered or used elsewhere.
 */
export class CursorCodec {
  /** @param keys secret keys of at least 32 bytes: the first signs, the others are still accepted */
  constructor(private readonly keys: readonly [Buffer, ...Buffer[]]) {}

  /** @param binding what the cursor is valid for: list, order and scope */
  encode(position: Position, binding: string): string {
    const payload = Buffer.from(JSON.stringify(position));
    return Buffer.concat([sign(this.keys[0], payload, binding), payload]).toString('base64url');
  }

  /** @throws BAD_USER_INPUT naming the argument, if the cursor was not made for this binding */
  decode(cursor: string, binding: string, argument: string): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    const signature = bytes.subarray(0, SIGNATURE_BYTES);
    const payload = bytes.subarray(SIGNATURE_BYTES);
    const valid =
      signature.length === SIGNATURE_BYTES &&
      this.keys.some((key) => timingSafeEqual(signature, sign(key, payload, binding)));
    if (!valid) {
      throw badUserInput({
        path: argument,
        message:
          'found a cursor of another list, order, filter or scope; wanted one from the last answer to this request',
        reason: 'MISMATCH',
      });
    }
    return JSON.parse(payload.toString()) as Position;
  }
}

function sign(key: Buffer, payload: Buffer, binding: string): Buffer {
  const bound = createHash('sha256').update(binding).digest();
  return createHmac('sha256', key).update(bound).update(payload).digest().subarray(0, SIGNATURE_BYTES);
}
