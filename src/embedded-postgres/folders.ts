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

/** Where data and programs go that the server's user couldn't reach where they are. */
export const SHARED_FOLDER = '/var/lib/portico';
/** Of the 108 bytes that Linux has for a socket's path and the 104 of macOS, with some to spare. */
const SOCKET_PATH_BYTES = 100;
const SOCKET = '.s.PGSQL.5432';

/**
 * Makes the data folder where it isn't there. The server's user goes through it to its own, and sees nothing else there.
 *
 * @throws Error where it is another user's: root would work in a folder that somebody else can change meanwhile
 */
export function makeDataDir(dataDir: string, user: ServerUser | null): void {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  if (!found) {
    mkdirSync(dirname(resolve(dataDir)), { recursive: true });
    mkdirSync(dataDir, { mode: 0o700 });
    if (user) chmodSync(dataDir, 0o711);
  } else if (user && found.uid !== 0) {
    throw new Error(
      `${dataDir} belongs to user ${found.uid}, and root has no business there: run Portico as that user, give root a ` +
        'data folder of its own with DATA_DIR, or make this one root’s with chown.',
    );
  } else accessSync(dataDir, constants.W_OK | constants.X_OK);
}

/** In the data folder, or where a link there leads to. */
export function clusterFolder(path: string, user: ServerUser | null): string {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) {
    const target = resolve(dirname(path), readlinkSync(path));
    if (existsSync(target)) return target;
    throw new Error(
      `${path} leads to ${target}, where the database was and isn't any more. Bring it back, or delete the link to ` +
        'begin with a new one.',
    );
  }
  if (found || !user || canReach(user, path)) return path;
  makeSharedFolder(user);
  // Found again by the link alone: a name that another data folder may have had would bring its database back.
  const folder = mkdtempSync(join(SHARED_FOLDER, `${basename(dirname(dirname(path))) || 'root'}-`));
  try {
    symlinkSync(folder, path);
    return folder;
  } catch (error) {
    rmdirSync(folder);
    // Another start was quicker.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return clusterFolder(path, user);
    throw error;
  }
}

/** @throws Error where the server's user couldn't get there either */
export function makeSharedFolder(user: ServerUser): void {
  if (!existsSync(SHARED_FOLDER)) {
    mkdirSync(SHARED_FOLDER, { recursive: true });
    chmodSync(SHARED_FOLDER, 0o755);
  }
  // Whoever may write there could have everybody run other programs.
  const { uid, mode } = statSync(SHARED_FOLDER);
  if (uid !== 0 || (mode & 0o022) !== 0)
    throw new Error(`${SHARED_FOLDER} is not root's alone: make it so, or move it away.`);
  if (canReach(user, join(SHARED_FOLDER, 'any'))) return;
  throw new Error(
    `User ${user.uid}, whom the embedded database runs as, gets neither to where Portico is nor to ${SHARED_FOLDER}: let ` +
      'everybody go through one of them (chmod o+x), or run Portico as another user than root.',
  );
}

/** In the folder that is for it, or in one for temporary files where its path is too long for a socket. */
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
  // Somebody else's, who must not be asked for anything.
  const ownFolder = mkdtempSync(join(tmpdir(), 'portico-'));
  chownTo(ownFolder, user);
  return ownFolder;
}
