import { readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Cluster } from './cluster.js';

/** What a running server says of itself in its lock file, postmaster.pid. */
export interface ServerLock {
  pid: number;
  /** Whether that number is the server's among the processes that are seen from here: in another container it isn't. */
  visible: boolean;
  port: number;
  /** Folder of its Unix socket, as it is called here; null where it has none. */
  socket: string | null;
  /** starting, ready, stopping: its own word. */
  status: string;
}

/** A server that starts has made its socket within this time. */
const SOCKET_TIMEOUT_MS = 2_000;

/**
 * The lock of the server that works on some database files; null where none does. A lock that a killed server left is
 * removed, also where another process has its number by now, which PostgreSQL would take for the server. PostgreSQL looks
 * for the number alone, and so takes a server in another container, which has other numbers, for gone: its socket tells,
 * where the lock says that it is, or where it is as the folders are called here.
 */
export async function readLock({
  data,
  listen,
}: Pick<Cluster, 'data' | 'listen'>): Promise<ServerLock | null> {
  const file = join(data, 'postmaster.pid');
  const content = readIfThere(file);
  if (content === null) return null;
  const lines = content.split('\n');
  // See src/include/utils/pidfile.h of PostgreSQL for what stands on which line.
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
  // Whatever came to be there meanwhile is another's.
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
    // It ended just now, or is no server; one that may not be looked at still answers at its socket.
    return false;
  }
}

async function findListeningFolder(
  folders: readonly (string | null)[],
  port: number,
): Promise<string | null> {
  for (const folder of new Set(folders)) if (folder !== null && (await answers(folder, port))) return folder;
  return null;
}

/** Whether somebody listens at a socket, whatever they think of us. */
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

/** Of a server that has not come to say where it listens. */
function isRecent(file: string): boolean {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - made < SOCKET_TIMEOUT_MS;
}

/** Whether there is a process of that number, whoever it belongs to. */
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
