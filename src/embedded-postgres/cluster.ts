import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { type Binaries, copyBinaries, findBinaries, makeLinks } from './binaries.js';
import { canReach, type ServerUser, serverUser } from './reach.js';

/** Where the server and its files are, and who they belong to. */
export interface Cluster {
  /** The folder of all that is the server's: only it and root may look inside. */
  folder: string;
  /** The database files themselves, once they are made. */
  data: string;
  binaries: Binaries;
  /** Null: whoever runs Portico. */
  user: ServerUser | null;
  /** Where the server listens: in a folder for a Unix socket, or at a port of this machine with a password. */
  listen: { socket: string } | { password: string };
}

/** Where data and programs go that the server's user couldn't reach where they are. */
const SHARED_FOLDER = '/var/lib/portico';
/** Of the 108 bytes that Linux has for a socket's path and the 104 of macOS, with some to spare. */
const SOCKET_PATH_BYTES = 100;
const SOCKET = '.s.PGSQL.5432';

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
  const place = join(resolve(dataDir), 'postgres');
  const user = serverUser(join(place, 'data'));
  makeDataDir(dataDir, user);
  const folder = clusterFolder(place, user);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  own(folder, user);
  return {
    folder,
    user,
    data: join(folder, 'data'),
    binaries: usableBinaries(found, folder, user),
    listen: socket ? { socket: socketFolder(folder, user) } : { password: keptPassword(folder, user) },
  };
}

/** Gives something to the server's user. */
export function own(path: string, user: ServerUser | null): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function refuseOlderFormat(dataDir: string): void {
  if (!existsSync(join(dataDir, 'database', 'portico-complete')) || existsSync(join(dataDir, 'postgres')))
    return;
  throw new Error(
    `The database in ${join(dataDir, 'database')} was made by an older Portico, whose format this one can't read: move ` +
      `"database" and "demo-erp" out of ${dataDir} to begin with a new one, or go on with the Portico that made it.`,
  );
}

/** The server's user goes through the data folder to its own, and sees nothing else there. */
function makeDataDir(dataDir: string, user: ServerUser | null): void {
  if (existsSync(dataDir)) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (user) chmodSync(dataDir, 0o711);
}

/** In the data folder, or where a link there leads to. */
function clusterFolder(place: string, user: ServerUser | null): string {
  const kept = lstatSync(place, { throwIfNoEntry: false });
  if (kept?.isSymbolicLink()) {
    const target = resolve(dirname(place), readlinkSync(place));
    if (existsSync(target)) return target;
    throw new Error(
      `${place} leads to ${target}, where the database was and isn't any more. Bring it back, or delete the link to ` +
        'begin with a new one.',
    );
  }
  if (kept || !user || canReach(user, place)) return place;
  const dataDir = dirname(place);
  const name = `${basename(dirname(dataDir)) || 'root'}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`;
  const folder = join(SHARED_FOLDER, name);
  makeSharedFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  symlinkSync(folder, place);
  return folder;
}

function makeSharedFolder(): void {
  if (existsSync(SHARED_FOLDER)) return;
  mkdirSync(SHARED_FOLDER, { recursive: true });
  chmodSync(SHARED_FOLDER, 0o755);
}

/** The programs where they are, or a copy where the server's user can't get at them or links can't be made. */
function usableBinaries(binaries: Binaries, folder: string, user: ServerUser | null): Binaries {
  if (user && !(canReach(user, join(binaries.root, 'bin', 'postgres')) && isReadable(binaries))) {
    makeSharedFolder();
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

/** In the cluster's folder, or in the one for temporary files where its path is too long for a socket. */
function socketFolder(folder: string, user: ServerUser | null): string {
  if (Buffer.byteLength(join(folder, SOCKET)) <= SOCKET_PATH_BYTES) return folder;
  const short = join(tmpdir(), `portico-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  const mine = user?.uid ?? process.getuid?.();
  if (!existsSync(short)) {
    mkdirSync(short, { mode: 0o700 });
    own(short, user);
  }
  const found = lstatSync(short);
  if (found.isDirectory() && found.uid === mine && (found.mode & 0o077) === 0) return short;
  // Somebody else's, who must not be asked for anything.
  const another = mkdtempSync(join(tmpdir(), 'portico-'));
  own(another, user);
  return another;
}

function keptPassword(folder: string, user: ServerUser | null): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  own(file, user);
  return readFileSync(file, 'utf8');
}
