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

/** The user that the server runs as, if it is not the user that runs Portico. */
export interface ServerUser {
  uid: number;
  gid: number;
}

const NOBODY = 65_534;

/**
 * The user for the server if Portico runs as root, because PostgreSQL refuses to run as root: the owner of the existing
 * data, otherwise the user nobody. Null if Portico doesn't run as root.
 */
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

/**
 * Makes the server's user the owner of a path. The path must be in a folder that Portico owns; otherwise another user
 * could replace it meanwhile.
 */
export function chownTo(path: string, user: ServerUser | null): void {
  if (user) chownSync(path, user.uid, user.gid);
}

/**
 * Removes a folder with its contents. A folder of the server's user is removed as that user: the user could replace
 * folders with links meanwhile, and root would follow them out of the folder.
 */
export function removeFolder(path: string, user: ServerUser | null): void {
  const ownedByServerUser = user !== null && lstatSync(path, { throwIfNoEntry: false })?.uid === user.uid;
  try {
    if (ownedByServerUser) {
      spawnSync('/bin/rm', ['-rf', '--', path], { ...user, cwd: '/', stdio: 'ignore' });
      rmdirSync(path);
    } else rmSync(path, { recursive: true, force: true });
  } catch {
    // A process still writes there. The folder stays until a later start removes it.
  }
}

/** Whether a user may pass through all folders above a path, judged by their owners and modes. */
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

/** Lets every user read and run the contents of a folder, and only its owner change them. */
export function makeReadable(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name));
}
