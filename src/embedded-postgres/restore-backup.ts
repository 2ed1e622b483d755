import { chmodSync, chownSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from 'tar';
import { type Cluster, openCluster, own } from './cluster.js';
import { newDraft } from './make-cluster.js';

/** Where a backup has what isn't the server's. */
export const PORTICO_FILES = 'portico';

/**
 * Unpacks a backup where there is no database yet. The server makes it consistent when it starts.
 *
 * @param kept files of the data folder's own that the backup has as well
 * @throws Error where a database is there already, or the file is no whole backup; then nothing is left of it
 */
export async function restoreBackup(dataDir: string, file: string, kept: readonly string[]): Promise<void> {
  const cluster = openCluster(dataDir);
  if (existsSync(cluster.data)) {
    throw new Error(
      `There is a database in ${dataDir} already: move ${join(dataDir, 'postgres')} away first, or restore to another ` +
        'folder with DATA_DIR.',
    );
  }
  const draft = newDraft(cluster);
  try {
    await unpack(cluster, file, draft);
    for (const name of kept) {
      const restored = join(draft, PORTICO_FILES, name);
      if (!existsSync(restored)) continue;
      // Portico's own, and nothing that the server's user may read.
      if (cluster.user) chownSync(restored, 0, 0);
      renameSync(restored, join(dataDir, name));
    }
    rmSync(join(draft, PORTICO_FILES), { recursive: true, force: true });
    renameSync(draft, cluster.data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

async function unpack({ user }: Cluster, file: string, draft: string): Promise<void> {
  try {
    await extract({ file, cwd: draft, strict: true, ...user });
  } catch (error) {
    throw new Error(`${file} can't be restored: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!existsSync(join(draft, 'backup_label')))
    throw new Error(`${file} is not a backup of an embedded database.`);
  chmodSync(draft, 0o700);
  own(draft, user);
}
