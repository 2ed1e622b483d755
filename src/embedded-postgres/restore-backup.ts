import { chmodSync, chownSync, existsSync, lstatSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extract, type ReadEntry } from 'tar';
import { type Cluster, openCluster } from './cluster.js';
import { assertOurVersion, newDraft } from './make-cluster.js';
import { chownTo, removeFolder, type ServerUser } from './server-user.js';

/** Where a backup has what isn't the server's. */
export const PORTICO_FILES = 'portico';

/** Without these it is no backup of an embedded database. */
const REQUIRED_FILES = ['backup_label', 'PG_VERSION', 'postgresql.conf', 'pg_hba.conf', 'global/pg_control'];
/** With these the server would run what the files tell it to. */
const FORBIDDEN_FILES = ['recovery.signal', 'standby.signal'];

/**
 * Unpacks a backup where there is no database yet. The server makes it consistent when it starts.
 *
 * @param kept files of the data folder's own that the backup may have as well
 * @returns what takes all of it away again
 * @throws Error where a database is there already, or the file is no whole backup; then nothing is left of it
 */
export async function restoreBackup(
  dataDir: string,
  file: string,
  porticoFiles: readonly string[],
): Promise<() => void> {
  const cluster = openCluster(dataDir);
  if (existsSync(cluster.data)) {
    throw new Error(
      `There is a database in ${dataDir} already: move ${join(dataDir, 'postgres')} and ${porticoFiles.join(', ')} away first, or ` +
        'restore to another folder with DATA_DIR.',
    );
  }
  const draft = newDraft(cluster);
  const moved: string[] = [];
  const undo = () => {
    for (const path of [draft, ...moved]) removeFolder(path, cluster.user);
  };
  try {
    await unpack(cluster, file, draft);
    for (const name of porticoFiles) {
      const [restored, place] = [join(draft, PORTICO_FILES, name), join(dataDir, name)];
      if (!existsSync(restored)) continue;
      if (!lstatSync(restored).isFile()) throw new Error(`${file} has a folder for ${name}.`);
      if (isAlreadyThere(place, restored)) continue;
      moveToDataFolder(restored, place, cluster.user);
      moved.push(place);
    }
    rmSync(join(draft, PORTICO_FILES), { recursive: true, force: true });
    // Nobody but Portico has got at it until now.
    chownTo(draft, cluster.user);
    renameSync(draft, cluster.data);
    moved.push(cluster.data);
    return undo;
  } catch (error) {
    undo();
    throw error;
  }
}

/** Whether a file is where it belongs already. @throws Error where another one is */
function isAlreadyThere(place: string, restored: string): boolean {
  if (!existsSync(place)) return false;
  if (readFileSync(place).equals(readFileSync(restored))) return true;
  throw new Error(
    `${place} is there, and is another than the backup's, which opens what is in it: move it away first.`,
  );
}

/** Makes a file Portico's own again, and nothing that the server's user may read. */
function moveToDataFolder(restored: string, place: string, user: ServerUser | null): void {
  if (user) chownSync(restored, 0, 0);
  chmodSync(restored, 0o600);
  renameSync(restored, place);
}

async function unpack(cluster: Cluster, file: string, draft: string): Promise<void> {
  const unexpected: string[] = [];
  const filter = (path: string, entry: unknown) => {
    const known = ['File', 'OldFile', 'Directory'].includes((entry as ReadEntry).type);
    if (!known) unexpected.push(path);
    return known;
  };
  try {
    await extract({ file, cwd: draft, strict: true, filter, ...cluster.user });
  } catch (error) {
    throw new Error(`${file} can't be restored: ${error instanceof Error ? error.message : String(error)}`);
  }
  const missing = REQUIRED_FILES.filter(
    (name) => !lstatSync(join(draft, name), { throwIfNoEntry: false })?.isFile(),
  );
  unexpected.push(...FORBIDDEN_FILES.filter((name) => existsSync(join(draft, name))));
  if (missing.length > 0 || unexpected.length > 0) {
    const reasons = [
      ...missing.map((name) => `has no ${name}`),
      ...unexpected.map((name) => `has "${name}"`),
    ];
    throw new Error(`${file} is not a backup of an embedded database: it ${reasons.slice(0, 3).join(', ')}.`);
  }
  assertOurVersion(cluster, draft);
  chmodSync(draft, 0o700);
}
