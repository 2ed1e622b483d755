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

/** Where the server and its files are, and who they belong to. */
export interface Cluster {
  /** The folder of all that is the server's. It is Portico's own, so that the server can put nothing else in its place. */
  folder: string;
  /** The database files themselves, once they are made: the server's, and nobody else may look inside. */
  data: string;
  binaries: Binaries;
  /** Null: whoever runs Portico. */
  user: ServerUser | null;
  /** Where the server listens: in a folder for a Unix socket, or at a port of this machine with a password. */
  listen: { socket: string } | { password: string };
}

/**
 * Finds the server's place for a data folder, and makes the folders that it needs.
 *
 * @throws NoEmbeddedPostgres, or an Error that says what is in the way
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
    // Of this very kind: folders that can't be written to, or given to another user, as in some containers.
    if (code === undefined || !['EACCES', 'EEXIST', 'EPERM', 'EROFS', 'EINVAL'].includes(code)) throw error;
    throw new Error(
      `The embedded database can't be kept in ${dataDir} by user ${process.getuid?.()}: ${(error as Error).message}. ` +
        'Give it a folder of its own that this user may write to with DATA_DIR, or name a server with DATABASE_URL.',
    );
  }
}

/** Whether a data folder has an embedded database. */
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
      `"database" and "demo-erp" out of ${dataDir} to begin with a new one, or go on with the Portico that made it.`,
  );
}

function secureFolder(folder: string, user: ServerUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = statSync(folder);
  const me = process.getuid?.() ?? uid;
  // As it was made at first: the server's user's.
  if (user && uid === user.uid) chownSync(folder, me, process.getgid?.() ?? 0);
  else if (uid !== me) throw new Error(`${folder} belongs to another user, ${uid}.`);
  chmodSync(folder, user ? 0o711 : 0o700);
  // As long as the folder was the server's user's, that user could put there what it liked.
  for (const name of readdirSync(folder)) {
    if (lstatSync(join(folder, name)).isSymbolicLink()) throw new Error(`${join(folder, name)} is a link.`);
  }
}

function runFolder(folder: string, user: ServerUser | null): string {
  const run = join(folder, 'run');
  mkdirSync(run, { recursive: true, mode: 0o700 });
  chownTo(run, user);
  return run;
}

/** The programs where they are, or a copy where the server's user can't get at them or links can't be made. */
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

/** Where npm ran under a strict umask, its files are their owner's alone. */
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
