import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { extract, type ReadEntry } from 'tar';
import { type Cluster, openCluster } from './cluster.js';
import { assertSameMajorVersion, newDraft } from './make-cluster.js';
import { chownTo, removeFolder, type ServerUser } from './server-user.js';

/** The folder in a backup for files that are not the server's. */
export const PORTICO_FILES = 'portico';

/** What a backup may contain of the data folder itself, besides the databases: names of files and of folders. */
export interface PorticoFiles {
  files: readonly string[];
  folders: readonly string[];
}

/** A backup of an embedded database always has these. */
const REQUIRED_FILES = ['backup_label', 'PG_VERSION', 'postgresql.conf', 'pg_hba.conf', 'global/pg_control'];
/** With these, the server would run recovery commands that the files specify. */
const FORBIDDEN_FILES = ['recovery.signal', 'standby.signal'];

/**
 * Unpacks a backup into a data folder without a database. The server makes it consistent when it starts.
 *
 * @returns a function that removes everything again
 * @throws Error if there is a database already, or the file is not a complete backup; nothing is left behind then
 */
export async function restoreBackup(
  dataDir: string,
  file: string,
  { files, folders }: PorticoFiles,
): Promise<() => void> {
  const cluster = openCluster(dataDir);
  const names = [...files, ...folders];
  if (existsSync(cluster.data)) {
    throw new Error(
      `There is a database in ${dataDir} already: move ${join(dataDir, 'postgres')} and ${names.join(', ')} away ` +
        'first, or set DATA_DIR to restore to another folder.',
    );
  }
  const draft = newDraft(cluster);
  const moved: string[] = [];
  const undo = () => {
    for (const path of [draft, ...moved]) removeFolder(path, cluster.user);
  };
  try {
    await unpack(cluster, file, draft);
    for (const name of names) {
      const [restored, place] = [join(draft, PORTICO_FILES, name), join(dataDir, name)];
      if (!existsSync(restored)) continue;
      const isFolder = folders.includes(name);
      if (lstatSync(restored).isDirectory() !== isFolder)
        throw new Error(`${file} has a ${isFolder ? 'file' : 'folder'} for ${name}.`);
      if (isFolder) assertNoFolder(place);
      else if (isAlreadyThere(place, restored)) continue;
      moveToDataFolder(restored, place, cluster.user);
      moved.push(place);
    }
    rmSync(join(draft, PORTICO_FILES), { recursive: true, force: true });
    // Until now only Portico's user has had access to it.
    chownTo(draft, cluster.user);
    renameSync(draft, cluster.data);
    moved.push(cluster.data);
    return undo;
  } catch (error) {
    undo();
    throw error;
  }
}

/**
 * Whether a file is already in place with the same content.
 *
 * @throws Error if it is there with other content
 */
function isAlreadyThere(place: string, restored: string): boolean {
  if (!existsSync(place)) return false;
  if (readFileSync(place).equals(readFileSync(restored))) return true;
  throw new Error(
    `${place} is there, and is another than the backup's. The restored data needs the one from the backup: move this ` +
      'one away first.',
  );
}

/** @throws Error if a folder is there with something in it, because it belongs to other data */
function assertNoFolder(place: string): void {
  if (!existsSync(place) || readdirSync(place).length === 0) return;
  throw new Error(`${place} is there, and belongs to other data than the backup's: move it away first.`);
}

/** Moves a file or folder to the data folder, so that Portico's user owns it and the server's user can't read it. */
function moveToDataFolder(restored: string, place: string, user: ServerUser | null): void {
  makePrivate(restored, user);
  renameSync(restored, place);
}

function makePrivate(path: string, user: ServerUser | null): void {
  const isFolder = lstatSync(path).isDirectory();
  if (user) chownSync(path, 0, 0);
  chmodSync(path, isFolder ? 0o700 : 0o600);
  if (isFolder) for (const name of readdirSync(path)) makePrivate(join(path, name), user);
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
  assertSameMajorVersion(cluster, draft);
  chmodSync(draft, 0o700);
}
