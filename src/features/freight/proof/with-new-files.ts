import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { requestScope } from '../../../shared/request-scope.js';
import type { FileDeletion } from '../files/delete-files.js';
import { fileStoreUnavailable } from '../files/file-store.js';
import type { FreightDependencies } from '../freight-dependencies.js';

/** A file to store. */
export interface NewFile {
  key: string;
  bytes: Buffer;
  contentType: 'image/jpeg' | 'image/png';
}

/** What keeping the files and the rows that use them together depends on. */
export type NewFilesDependencies = Pick<FreightDependencies, 'dataSource' | 'files' | 'jobs'>;

/** Far longer than storing takes, so that only abandoned files are deleted. What takes longer yet is refused. */
const DELETED_AFTER_SECONDS = 3_600;

/**
 * Stores files, then runs the transaction with the rows that use them, so that no row refers to a file that isn't there.
 * No file stays behind without a row either: before the first one is stored, a job is sent that deletes them later, and
 * the transaction withdraws it. If this process is killed in between, the job finds the files.
 *
 * @param work writes the rows
 * @throws INTERNAL_SERVER_ERROR, retryable, if the store does not answer or takes too long; what the work throws
 */
export async function withNewFiles<T>(
  { dataSource, files, jobs }: NewFilesDependencies,
  newFiles: readonly NewFile[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const deletion: FileDeletion = { keys: newFiles.map(({ key }) => key) };
  const jobId = await inTransaction(dataSource, (tx) =>
    jobs.send(tx, 'file-deletion', deletion, DELETED_AFTER_SECONDS),
  );
  let mayBeCommitted = false;
  try {
    for (const { key, bytes, contentType } of newFiles) await files.put(key, bytes, contentType);
    return await inTransaction(dataSource, async (tx) => {
      if (!(await jobs.withdraw(tx, 'file-deletion', jobId))) throw tookTooLong();
      const result = await work(tx);
      mayBeCommitted = true;
      return result;
    });
  } catch (error) {
    // A commit whose answer was lost may have taken effect. Then the job is withdrawn, and otherwise it is still there.
    if (!mayBeCommitted) await deleteNow({ dataSource, jobs }, deletion);
    throw error;
  }
}

/** The first job stays: it finds what a bucket stores after it has been given up. */
async function deleteNow(
  { dataSource, jobs }: Pick<NewFilesDependencies, 'dataSource' | 'jobs'>,
  deletion: FileDeletion,
): Promise<void> {
  const sent = inTransaction(dataSource, (tx) => jobs.send(tx, 'file-deletion', deletion));
  // The caller is told the first error, which says why they are refused.
  await sent.catch((failure: unknown) => requestScope.getStore()?.onUnexpected(failure));
}

function tookTooLong() {
  const cause = new Error(`files were not stored within ${DELETED_AFTER_SECONDS} seconds`);
  requestScope.getStore()?.onUnexpected(cause);
  return fileStoreUnavailable(cause);
}
