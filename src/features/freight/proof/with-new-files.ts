import { inTransaction } from '../../../db/in-transaction.js';
import { requestScope } from '../../../shared/request-scope.js';
import { deleteAfterCommit } from '../files/delete-files.js';
import type { FreightDependencies } from '../freight-dependencies.js';

/** A file to store. */
export interface NewFile {
  key: string;
  bytes: Buffer;
  contentType: 'image/jpeg' | 'image/png';
}

/** What keeping the files and the rows that use them together depends on. */
export type NewFilesDependencies = Pick<FreightDependencies, 'dataSource' | 'files' | 'proofs' | 'jobs'>;

/**
 * Stores files of a connote, then runs the transaction that refers to them, so that no row ever refers to a file that
 * isn't there. If that fails, the files are deleted again.
 *
 * @param transaction locks the connote
 * @throws INTERNAL_SERVER_ERROR, retryable, if the store does not answer; what the transaction throws
 */
export async function withNewFiles<T>(
  dependencies: NewFilesDependencies,
  connoteId: string,
  newFiles: readonly NewFile[],
  transaction: () => Promise<T>,
): Promise<T> {
  try {
    for (const { key, bytes, contentType } of newFiles) await dependencies.files.put(key, bytes, contentType);
    return await transaction();
  } catch (error) {
    const keys = newFiles.map(({ key }) => key);
    // The first error says why the caller is refused. Files that stay behind take some room, but nobody can read them.
    await deleteUnused(dependencies, connoteId, keys).catch((failure: unknown) => {
      requestScope.getStore()?.onUnexpected(failure);
    });
    throw error;
  }
}

/** A transaction whose end was not reported may have taken effect. Then its files are in use, and stay. */
async function deleteUnused(
  { dataSource, proofs, jobs }: NewFilesDependencies,
  connoteId: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await inTransaction(dataSource, async (tx) => {
    await deleteAfterCommit(tx, jobs, await proofs.unusedKeys(tx, connoteId, keys));
  });
}
