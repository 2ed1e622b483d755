import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Who the server runs as, where that isn't whoever runs Portico. */
export interface ServerUser {
  uid: number;
  gid: number;
}

const NOBODY = 65_534;

/** PostgreSQL refuses to run as root: then it is the owner of the data where that is somebody, else nobody. */
export function serverUser(dataFolder: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

function nobody(): ServerUser {
  const users = readFileSync('/etc/passwd', 'utf8');
  const [, uid = NOBODY, gid = NOBODY] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Gives something to the server's user: only what lies in a folder of Portico's own, or another user could exchange it. */
export function chownTo(path: string, user: ServerUser | null): void {
  if (user) chownSync(path, user.uid, user.gid);
}

/**
 * Removes a folder with all that is in it: what is the server's user's, as that user. Root could be led out of it by links that
 * the user puts in place of folders meanwhile.
 */
export function removeFolder(path: string, user: ServerUser | null): void {
  const ownedByServerUser = user !== null && lstatSync(path, { throwIfNoEntry: false })?.uid === user.uid;
  try {
    if (ownedByServerUser) {
      spawnSync('/bin/rm', ['-rf', '--', path], { ...user, cwd: '/', stdio: 'ignore' });
      rmdirSync(path);
    } else rmSync(path, { recursive: true, force: true });
  } catch {
    // Something still writes there: it takes space until the next start.
  }
}

/** Whether a user gets through all folders above a path, by their owners and modes. */
export function canReach(user: ServerUser, path: string): boolean {
  const parent = dirname(resolve(path));
  const folder = statSync(parent, { throwIfNoEntry: false });
  if (folder && !maySearch(user, folder)) return false;
  return parent === dirname(parent) || canReach(user, parent);
}

function maySearch({ uid, gid }: ServerUser, folder: { uid: number; gid: number; mode: number }): boolean {
  if (folder.uid === uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

/** Lets anybody read and run what is in a folder, and nobody but its owner change it. */
export function makeReadable(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name));
}
