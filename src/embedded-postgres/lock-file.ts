import { readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Cluster } from './cluster.js';

/** A running server as its lock file, postmaster.pid, describes it. */
export interface ServerLock {
  pid: number;
  /** Whether this process can see the server under that pid; false if the server runs in another container. */
  visible: boolean;
  port: number;
  /** The folder of its Unix socket, as this process sees it; null if it has none. */
  socket: string | null;
  /** The server's own status: starting, ready, stopping. */
  status: string;
}

/** A starting server creates its socket within this time. */
const SOCKET_TIMEOUT_MS = 2_000;

/**
 * Reads the lock of the server that uses a cluster's files; null if no server does.
 *
 * PostgreSQL judges a lock by its pid alone, which is wrong in two cases:
 *
 * - The server was killed, and another process now has its pid. PostgreSQL would take that process for the server. This
 *   function removes the lock, like any lock that a killed server left.
 * - The server runs in another container, with pids of its own. PostgreSQL would take it for gone. This function
 *   connects to its socket, both in the folder that the lock names and in the folder that this process knows.
 */
export async function readLock({
  data,
  listen,
}: Pick<Cluster, 'data' | 'listen'>): Promise<ServerLock | null> {
  const file = join(data, 'postmaster.pid');
  const content = readIfThere(file);
  if (content === null) return null;
  const lines = content.split('\n');
  // src/include/utils/pidfile.h of PostgreSQL describes the lines.
  const [pid = 0, port = 0] = [Number(lines[0]), Number(lines[3])];
  const socket = lines[4]?.trim() || null;
  const visible = isServerOf(pid, data);
  const status = lines[7]?.trim() || 'starting';
  const answeringFolder = await findListeningFolder(
    [socket, 'socket' in listen ? listen.socket : null],
    port,
  );
  if (visible || answeringFolder !== null || (status === 'starting' && isRecent(file))) {
    return { pid, visible, port, status, socket: answeringFolder ?? socket };
  }
  // If the content has changed, the lock now belongs to another server.
  if (readIfThere(file) === content) rmSync(file, { force: true });
  return null;
}

function isServerOf(pid: number, data: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return realpathSync(args[args.indexOf('-D') + 1] ?? '') === realpathSync(data);
  } catch {
    // It has just ended, or it is not a server. A server whose process can't be inspected still answers on its socket.
    return false;
  }
}

/** The first of these folders in which a server listens on its socket. */
async function findListeningFolder(
  folders: readonly (string | null)[],
  port: number,
): Promise<string | null> {
  for (const folder of new Set(folders)) if (folder !== null && (await answers(folder, port))) return folder;
  return null;
}

/** Whether a process listens on a socket, even if it refuses this connection. */
function answers(folder: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(folder, `.s.PGSQL.${port}`));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code = '' }: NodeJS.ErrnoException) => {
      resolve(!['ENOENT', 'ENOTDIR', 'ECONNREFUSED'].includes(code));
    });
  });
}

/** Whether the lock is so new that the server may not listen yet. */
function isRecent(file: string): boolean {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - made < SOCKET_TIMEOUT_MS;
}

/** Whether a process with this pid exists, even if another user owns it. */
function isAlive(pid: number): boolean {
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
