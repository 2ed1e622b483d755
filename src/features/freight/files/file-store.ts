import { unavailable } from '../../../shared/errors.js';

/**
 * Stores files under keys such as `photos/<uuid>.jpg`: lower-case letters, digits and hyphens, one to three folders, and
 * an ending that says what it is.
 */
export interface FileStore {
  /**
   * Stores a file, or replaces it. Once this resolves, the file outlasts a crash.
   *
   * @param contentType the media type, which a bucket keeps with the file
   * @throws INTERNAL_SERVER_ERROR, retryable, if the store does not answer
   */
  put(key: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Reads a file. Null if there is none. @throws INTERNAL_SERVER_ERROR, retryable, if the store does not answer */
  get(key: string): Promise<Buffer | null>;
  /** Deletes a file, if there is one. @throws INTERNAL_SERVER_ERROR, retryable, if the store does not answer */
  delete(key: string): Promise<void>;
  /** Deletes what writes that were interrupted before this time have left behind. */
  deleteUnfinished(before: Date): Promise<void>;
}

const KEY = /^(?:[a-z][a-z0-9-]{0,39}\/){1,3}[a-z0-9][a-z0-9-]{0,79}\.(?:jpg|png)$/;

/** Refuses a key that could lead out of the store. Keys are ours, so a wrong one is a bug. @throws Error */
export function assertFileKey(key: string): void {
  if (!KEY.test(key)) throw new Error('a file was addressed with a malformed key');
}

/** Files can't be stored or read at the moment. The cause is logged by the store, and not sent to the caller. */
export const fileStoreUnavailable = (cause: unknown) =>
  unavailable('Files can not be stored or read at the moment; try again later.', cause);
