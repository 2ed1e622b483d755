import { sha256 } from '../../../shared/sha256.js';
import type { Json } from '../../audit/audit-event.js';

const MAX_CHARACTERS = 2_000;

/**
 * A part of a request as the audit log stores it. Of a long one only its length and SHA-256 are stored, by which it can be
 * recognised: the log is kept for ever, and a request may have hundreds of names in it.
 */
export function shortFact(value: unknown): Json {
  if (value == null) return null;
  const text = JSON.stringify(value);
  if (text.length <= MAX_CHARACTERS) return JSON.parse(text);
  return { characters: text.length, sha256: sha256(text) };
}
