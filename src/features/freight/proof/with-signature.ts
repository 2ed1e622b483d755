import { randomUUID } from 'node:crypto';
import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { readSignature } from '../files/read-signature.js';
import { type NewFilesDependencies, withNewFiles } from './with-new-files.js';

/** A signature as it is sent. */
export interface SentSignature {
  /** A PNG in base64; null if there is none. */
  signaturePng: string | null;
  /** The name of the input in errors. */
  path: string;
}

/**
 * Stores a signature, then runs the transaction that writes the proof with it. If that fails, no file stays behind.
 *
 * @param work gets the key of the signature; null if there is none
 * @throws BAD_USER_INPUT unless it is a PNG that opens; INTERNAL_SERVER_ERROR, retryable, if the store of files does not
 * answer; what the work throws
 */
export async function withSignature<T>(
  dependencies: NewFilesDependencies,
  { signaturePng, path }: SentSignature,
  work: (tx: Tx, signatureKey: string | null) => Promise<T>,
): Promise<T> {
  if (signaturePng === null) return inTransaction(dependencies.dataSource, (tx) => work(tx, null));
  const bytes = await readSignature(signaturePng, path);
  const key = `signatures/${randomUUID()}.png`;
  return withNewFiles(dependencies, [{ key, bytes, contentType: 'image/png' }], (tx) => work(tx, key));
}
