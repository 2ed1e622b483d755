import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { canReach, chownTo, type ServerUser } from './server-user.js';

/** The folder for data and programs that the server's user could not reach in their usual place. */
export const SHARED_FOLDER = '/var/lib/portico';
/** The maximum length of a socket path. Linux allows 108 bytes and macOS 104; this leaves a margin. */
const SOCKET_PATH_BYTES = 100;
const SOCKET = '.s.PGSQL.5432';

/**
 * Creates the data folder if it doesn't exist. The server's user may pass through it to the server's folder, but can't
 * list it.
 *
 * @throws Error if Portico runs as root and another user owns it: that user could change the folder while root uses it
 */
export function makeDataDir(dataDir: string, user: ServerUser | null): void {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  if (!found) {
    mkdirSync(dirname(resolve(dataDir)), { recursive: true });
    mkdirSync(dataDir, { mode: 0o700 });
    if (user) chmodSync(dataDir, 0o711);
  } else if (user && found.uid !== 0) {
    throw new Error(
      `${dataDir} belongs to user ${found.uid}, and root has no business there: run Portico as that user, set DATA_DIR ` +
        'to a folder that root owns, or make root the owner of this one with chown.',
    );
  } else accessSync(dataDir, constants.W_OK | constants.X_OK);
}

/** The server's folder: `path` in the data folder, or the target of a symbolic link there. */
export function clusterFolder(path: string, user: ServerUser | null): string {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) {
    const target = resolve(dirname(path), readlinkSync(path));
    if (existsSync(target)) return target;
    throw new Error(
      `${path} leads to ${target}, where the database was but is no longer. Put it back there, or delete the link to ` +
        'start with a new database.',
    );
  }
  if (found || !user || canReach(user, path)) return path;
  makeSharedFolder(user);
  // The name is random and only the link leads to it. With a predictable name, two data folders could get one database.
  const folder = mkdtempSync(join(SHARED_FOLDER, `${basename(dirname(dirname(path))) || 'root'}-`));
  try {
    symlinkSync(folder, path);
    return folder;
  } catch (error) {
    rmdirSync(folder);
    // Another process got there first.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return clusterFolder(path, user);
    throw error;
  }
}

/**
 * Creates SHARED_FOLDER if it doesn't exist.
 *
 * @throws Error unless root alone can write to it and the server's user can reach it
 */
export function makeSharedFolder(user: ServerUser): void {
  if (!existsSync(SHARED_FOLDER)) {
    mkdirSync(SHARED_FOLDER, { recursive: true });
    chmodSync(SHARED_FOLDER, 0o755);
  }
  // Another user with write access could replace the programs that all users run.
  const { uid, mode } = statSync(SHARED_FOLDER);
  if (uid !== 0 || (mode & 0o022) !== 0)
    throw new Error(
      `${SHARED_FOLDER} must be writable by root alone: change its owner and mode, or move it away.`,
    );
  if (canReach(user, join(SHARED_FOLDER, 'any'))) return;
  throw new Error(
    `The embedded database runs as user ${user.uid}, who can reach neither Portico's folder nor ${SHARED_FOLDER}: let all ` +
      'users pass through one of them (chmod o+x), or run Portico as a user other than root.',
  );
}

/** The folder for the socket: `run`, or one in the temporary folder if that path is too long for a socket. */
export function socketFolder(run: string, user: ServerUser | null): string {
  if (Buffer.byteLength(join(run, SOCKET)) <= SOCKET_PATH_BYTES) return run;
  const short = join(tmpdir(), `portico-${createHash('sha256').update(run).digest('hex').slice(0, 16)}`);
  try {
    mkdirSync(short, { mode: 0o700 });
    chownTo(short, user);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = lstatSync(short);
  const mine = user?.uid ?? process.getuid?.();
  if (found.isDirectory() && found.uid === mine && (found.mode & 0o077) === 0) return short;
  // Another user owns the short path. Connecting to a server of theirs would not be safe.
  const ownFolder = mkdtempSync(join(tmpdir(), 'portico-'));
  chownTo(ownFolder, user);
  return ownFolder;
}
