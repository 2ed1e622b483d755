import { hkdfSync } from 'node:crypto';

/** Derives a 32-byte key for one purpose (HKDF, RFC 5869), so that no two uses of SECRET_KEY share a key. */
export function deriveKey(secretKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, 'portico', purpose, 32));
}
