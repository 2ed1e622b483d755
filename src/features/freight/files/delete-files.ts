import type { DataSource } from 'typeorm';
import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import type { Job } from '../../../db/job-loop.js';
import type { Jobs } from '../../../db/jobs.js';
import type { FileStore } from './file-store.js';

/** A job: files to delete. */
export interface FileDeletion {
  keys: readonly string[];
}

/** Few enough that a slow store gets through them before the job expires. */
const KEYS_PER_JOB = 20;

/** Has files deleted after the commit of a transaction in which the last row that uses them goes. */
export async function deleteAfterCommit(
  tx: Tx,
  jobs: Pick<Jobs, 'send'>,
  keys: readonly string[],
): Promise<void> {
  for (let start = 0; start < keys.length; start += KEYS_PER_JOB) {
    const some: FileDeletion = { keys: keys.slice(start, start + KEYS_PER_JOB) };
    await jobs.send(tx, 'file-deletion', some);
  }
}

/** Deletes the files of a job. If the store fails, the job is retried. */
export async function deleteFiles(
  { dataSource, files }: { dataSource: DataSource; files: FileStore },
  { data, signal, done }: Pick<Job<FileDeletion>, 'data' | 'signal' | 'done'>,
): Promise<void> {
  for (const key of data.keys) {
    signal.throwIfAborted();
    await files.delete(key);
  }
  await inTransaction(dataSource, (tx) => done(tx));
}
