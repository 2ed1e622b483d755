import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server says of itself in its lock file, postmaster.pid. */
export interface ServerLock {
  pid: number;
  port: number;
  /** Folder of its Unix socket; null where it has none. */
  socket: string | null;
  /** starting, ready, stopping: its own word. */
  status: string;
}

/**
 * The lock of the server that works on some database files; null where none does. A lock that a killed server left is
 * removed, also where another process has its number by now, which PostgreSQL would take for the server.
 */
export function readLock(data: string): ServerLock | null {
  const file = join(data, 'postmaster.pid');
  const lines = readIfThere(file)?.split('\n');
  if (!lines) return null;
  // See src/include/utils/pidfile.h of PostgreSQL for what stands on which line.
  const [pid = 0, port = 0] = [Number(lines[0]), Number(lines[3])];
  if (!isServerOf(pid, data)) {
    rmSync(file, { force: true });
    return null;
  }
  return { pid, port, socket: lines[4]?.trim() || null, status: lines[7]?.trim() ?? 'starting' };
}

function isServerOf(pid: number, data: string): boolean {
  // Written half, by a server that is just starting.
  if (!Number.isInteger(pid) || pid <= 0) return true;
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    // It ended just now, or is another user's, to whom PostgreSQL wouldn't give these files.
    return false;
  }
}

/** Whether there is a process of that number, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
