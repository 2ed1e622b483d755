import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { type Binaries, copyBinaries, findBinaries, makeLinks } from './binaries.js';
import { clusterFolder, makeDataDir, makeSharedFolder, SHARED_FOLDER, socketFolder } from './folders.js';
import { canReach, chownTo, type ServerUser, serverUser } from './server-user.js';

/** The server's files, their owner, and where the server listens. */
export interface Cluster {
  /**
   * The parent folder of all the server's files. Portico's user owns it, so that the server's user can't replace
   * anything in it.
   */
  folder: string;
  /** The folder of the database files, which may not exist yet. Only the server's user may read it. */
  data: string;
  binaries: Binaries;
  /** The user that runs the server; null if it is the user that runs Portico. */
  user: ServerUser | null;
  /** Where the server listens: on a Unix socket in this folder, or on a local port with this password. */
  listen: { socket: string } | { password: string };
}

/**
 * Locates the server's files for a data folder, and creates the folders that the server needs.
 *
 * @throws NoEmbeddedPostgres, or an Error with the reason
 */
export function openCluster(
  dataDir: string,
  { socket = process.platform !== 'win32' }: { socket?: boolean } = {},
): Cluster {
  refuseOlderFormat(dataDir);
  const found = findBinaries();
  try {
    return locateCluster(dataDir, found, socket);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // These codes mean that a folder is not writable or its owner can't be changed, as in some containers.
    if (code === undefined || !['EACCES', 'EEXIST', 'EPERM', 'EROFS', 'EINVAL'].includes(code)) throw error;
    throw new Error(
      `User ${process.getuid?.()} can't keep the embedded database in ${dataDir}: ${(error as Error).message}. ` +
        'Set DATA_DIR to a folder that this user may write to, or DATABASE_URL to use a PostgreSQL server.',
    );
  }
}

/** Whether a data folder contains an embedded database. */
export const hasDatabase = (dataDir: string): boolean => existsSync(join(dataDir, 'postgres', 'data'));

function locateCluster(dataDir: string, found: Binaries, socket: boolean): Cluster {
  const place = join(resolve(dataDir), 'postgres');
  const user = serverUser(join(place, 'data'));
  makeDataDir(dataDir, user);
  const folder = clusterFolder(place, user);
  secureFolder(folder, user);
  return {
    folder,
    user,
    data: join(folder, 'data'),
    binaries: usableBinaries(found, folder, user),
    listen: socket
      ? { socket: socketFolder(runFolder(folder, user), user) }
      : { password: storedPassword(folder, user) },
  };
}

function refuseOlderFormat(dataDir: string): void {
  if (!existsSync(join(dataDir, 'database', 'portico-complete')) || existsSync(join(dataDir, 'postgres')))
    return;
  throw new Error(
    `The database in ${join(dataDir, 'database')} was made by an older Portico, whose format this one can't read: move ` +
      `"database" and "demo-erp" out of ${dataDir} to start with a new database, or keep using the older Portico.`,
  );
}

function secureFolder(folder: string, user: ServerUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = statSync(folder);
  const me = process.getuid?.() ?? uid;
  // Earlier versions gave this folder to the server's user: take it back.
  if (user && uid === user.uid) chownSync(folder, me, process.getgid?.() ?? 0);
  else if (uid !== me) throw new Error(`${folder} belongs to another user, ${uid}.`);
  chmodSync(folder, user ? 0o711 : 0o700);
  // While the server's user owned the folder, it could have placed symbolic links there.
  for (const name of readdirSync(folder)) {
    if (lstatSync(join(folder, name)).isSymbolicLink())
      throw new Error(`${join(folder, name)} is a symbolic link.`);
  }
}

function runFolder(folder: string, user: ServerUser | null): string {
  const run = join(folder, 'run');
  mkdirSync(run, { recursive: true, mode: 0o700 });
  chownTo(run, user);
  return run;
}

/** The installed programs, or a copy of them if the server's user can't reach them or links can't be created there. */
function usableBinaries(binaries: Binaries, folder: string, user: ServerUser | null): Binaries {
  if (user && !(canReach(user, join(binaries.root, 'bin', 'postgres')) && isReadable(binaries))) {
    makeSharedFolder(user);
    return copyBinaries(binaries, SHARED_FOLDER);
  }
  try {
    makeLinks(binaries);
    return binaries;
  } catch {
    return copyBinaries(binaries, folder);
  }
}

/** Whether every user can read the programs. If npm ran with a strict umask, only their owner can. */
const isReadable = ({ root }: Binaries) =>
  ['bin/postgres', 'lib', 'share/postgresql/postgres.bki'].every(
    (name) => (statSync(join(root, name)).mode & 0o004) !== 0,
  );

function storedPassword(folder: string, user: ServerUser | null): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  chownTo(file, user);
  return readFileSync(file, 'utf8');
}
