import { setTimeout as wait } from 'node:timers/promises';
import type { ServerAddress } from './administrator.js';
import type { Cluster } from './cluster.js';
import { readLock, type ServerLock } from './lock-file.js';
import { isOwned } from './server-claim.js';

/**
 * So often a server is seen without an owner before it is ended: whoever has just started it says so meanwhile, also on a
 * busy machine. Not a time: a process that stalls has seen nothing meanwhile.
 */
const UNOWNED_CHECKS = 50;
const UNOWNED_CHECK_MS = 100;
/** An owner has ended a server that does not come to an end by then. */
const STUCK_AFTER_MS = 11_000;
const TIMEOUT_MS = 30_000;
const POLL_MS = 25;

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
export async function findOtherServer(cluster: Cluster): Promise<ServerLock | null> {
  const started = performance.now();
  let unowned = 0;
  while (performance.now() - started < TIMEOUT_MS) {
    const lock = await readLock(cluster);
    if (!lock) return null;
    const owned = await isOwnedByPortico(cluster, lock);
    if (owned) return lock;
    unowned = owned === false ? unowned + 1 : 0;
    if (unowned >= UNOWNED_CHECKS) signal(lock, 'SIGINT');
    if (lock.status === 'stopping' && performance.now() - started > STUCK_AFTER_MS) signal(lock, 'SIGQUIT');
    await wait(unowned ? UNOWNED_CHECK_MS : POLL_MS);
  }
  throw new Error(`A PostgreSQL server that doesn't answer holds ${cluster.data}: end it, and start again.`);
}

/** Whether some Portico says that it runs the server; null where it starts, stops, or has just stopped. */
const isOwnedByPortico = async (cluster: Cluster, lock: ServerLock): Promise<boolean | null> =>
  lock.status === 'ready' ? isOwned(addressOf(cluster, lock)) : null;

function signal({ pid, visible }: ServerLock, name: NodeJS.Signals): void {
  if (!visible) return;
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
