import { setTimeout as wait } from 'node:timers/promises';
import type { ServerAddress } from './administrator.js';
import { isOwned } from './claim.js';
import type { Cluster } from './cluster.js';
import { readLock, type ServerLock } from './lock-file.js';

/** An owner that has just started the server says so within this time; nobody's server ends by itself, or is ended. */
const GRACE_MS = 2_000;
/** An owner has ended a server that does not come to an end by then. */
const STUCK_MS = 11_000;
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 25;

export const addressOf = (
  { listen }: Cluster,
  { port, socket }: Pick<ServerLock, 'port' | 'socket'>,
): ServerAddress =>
  'socket' in listen
    ? { host: socket ?? listen.socket, port }
    : { host: '127.0.0.1', port, password: listen.password };

/**
 * Waits until no server works on a cluster's files, or one does that another Portico runs. One whose Portico is gone is
 * stopped.
 *
 * @returns the other Portico's server, or null
 */
export async function otherServer(cluster: Cluster): Promise<ServerLock | null> {
  const since = performance.now();
  let unowned = since;
  while (performance.now() - since < PATIENCE_MS) {
    const lock = await readLock(cluster);
    if (!lock) return null;
    const owned = lock.status === 'ready' ? await isOwned(addressOf(cluster, lock)) : null;
    if (owned) return lock;
    const now = performance.now();
    // It starts, stops, or has just stopped.
    if (owned === null) unowned = now;
    if (now - unowned > GRACE_MS) signal(lock, 'SIGINT');
    if (lock.status === 'stopping' && now - since > STUCK_MS) signal(lock, 'SIGQUIT');
    await wait(LOOK_EVERY_MS);
  }
  throw new Error(`A PostgreSQL server that doesn't answer holds ${cluster.data}: end it, and start again.`);
}

function signal({ pid, here }: ServerLock, name: NodeJS.Signals): void {
  if (!here) return;
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
