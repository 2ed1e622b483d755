import { inTransaction } from '../../../db/in-transaction.js';
import { deleteAfterCommit } from '../files/delete-files.js';
import type { FreightDependencies } from '../freight-dependencies.js';

const KEPT_MS = 24 * 3_600_000;

/** Deletes photos that no proof has used within a day, with their files, and what interrupted uploads have left behind. */
export async function deleteUnusedPhotos({
  dataSource,
  photos,
  files,
  jobs,
  now,
}: Pick<FreightDependencies, 'dataSource' | 'photos' | 'files' | 'jobs' | 'now'>): Promise<void> {
  const before = new Date(now().getTime() - KEPT_MS);
  const deleteSome = () =>
    inTransaction(dataSource, async (tx) => {
      const keys = await photos.deleteUnused(tx, before);
      await deleteAfterCommit(tx, jobs, keys);
      return keys.length > 0;
    });
  while (await deleteSome());
  await files.deleteUnfinished(before);
}
