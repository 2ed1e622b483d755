import { setTimeout as wait } from 'node:timers/promises';
import type { ServerAddress } from './administrator.js';
import type { Cluster } from './cluster.js';
import { readLock, type ServerLock } from './lock-file.js';
import { isOwned } from './server-claim.js';

/**
 * A server is stopped after this many checks in a row that find no owner. This gives the process that started it time
 * to claim it, even on a busy machine. It is a count and not a time, because a process that stalls makes no checks
 * meanwhile.
 */
const UNOWNED_CHECKS = 50;
const UNOWNED_CHECK_MS = 100;
/** A server that is still stopping after this time has no owner, because an owner would have killed it by then. */
const STUCK_AFTER_MS = 11_000;
const TIMEOUT_MS = 30_000;
const POLL_MS = 25;

/** The address of a cluster's server, as this process reaches it. */
export const addressOf = (
  { listen }: Cluster,
  { port, socket }: Pick<ServerLock, 'port' | 'socket'>,
): ServerAddress =>
  'socket' in listen
    ? { host: socket ?? listen.socket, port }
    : { host: '127.0.0.1', port, password: listen.password };

/**
 * Waits until either no server uses a cluster's files, or another Portico process owns the server that does. Stops a
 * server whose Portico process is gone.
 *
 * @returns the other process's server, or null if there is none
 * @throws Error if a server holds the files and does not answer
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
  throw new Error(
    `A PostgreSQL server that doesn't answer holds the lock on ${cluster.data}: end it, then start Portico again.`,
  );
}

/** Whether a Portico process claims the server; null if the server is starting, stopping or has just stopped. */
const isOwnedByPortico = async (cluster: Cluster, lock: ServerLock): Promise<boolean | null> =>
  lock.status === 'ready' ? isOwned(addressOf(cluster, lock)) : null;

function signal({ pid, visible }: ServerLock, name: NodeJS.Signals): void {
  if (!visible) return;
  try {
    process.kill(pid, name);
  } catch {
    // It has ended in the meantime.
  }
}
