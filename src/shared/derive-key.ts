import { hkdfSync } from 'node:crypto';

/** A key of 32 bytes for one purpose, so that no two uses of SECRET_KEY ever share one (RFC 5869). */
export function deriveKey(secretKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, 'portico', purpose, 32));
}
