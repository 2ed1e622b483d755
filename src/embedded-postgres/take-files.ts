import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './cluster.js';
import { readLock, type ServerLock } from './lock-file.js';
import { ADMINISTRATOR } from './make-cluster.js';

/** Held by the connection of the Portico that started the server, as long as it lives. */
const OWNER_LOCK = 7_041_776_101;
/** An owner that has just started the server says so within this time; nobody's server ends by itself, or is ended. */
const GRACE_MS = 2_000;
/** An owner has ended a server that does not come to an end by then. */
const STUCK_MS = 11_000;
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 25;
const CLAIM_AGAIN_AFTER_MS = 100;

/** How a server is reached. */
export interface ServerAddress {
  /** A host, or the folder of a socket. */
  host: string;
  port: number;
  password?: string;
}

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
    const lock = await readLock(cluster.data);
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

/** Says to other Porticos that this one runs the server, also after the server broke all connections; keeps no process alive. */
export class Claim {
  readonly #over = new AbortController();

  private constructor(
    private readonly address: ServerAddress,
    /** The administrator's, to work with. */
    public client: pg.Client,
  ) {}

  static async make(address: ServerAddress): Promise<Claim> {
    const claim = new Claim(address, await claimed(address));
    claim.#keep();
    return claim;
  }

  async end(): Promise<void> {
    this.#over.abort();
    await this.client.end().catch(() => {});
  }

  #keep(): void {
    this.client.once('end', () => void this.#again().catch(() => {}));
  }

  /** A server that lost one of its processes ends all connections, and serves again in a moment. */
  async #again(): Promise<void> {
    const { signal } = this.#over;
    while (!signal.aborted) {
      await wait(CLAIM_AGAIN_AFTER_MS, undefined, { signal, ref: false });
      const client = await claimed(this.address).catch(() => null);
      if (!client) continue;
      this.client = client;
      if (signal.aborted) return void client.end().catch(() => {});
      return this.#keep();
    }
  }
}

async function claimed(address: ServerAddress): Promise<pg.Client> {
  const client = administratorOf(address);
  await client.connect();
  await client.query('select pg_advisory_lock($1)', [OWNER_LOCK]);
  return client;
}

/** The administrator's connection, not yet open. One that breaks tells whoever asks something of it. */
export function administratorOf(
  address: ServerAddress,
  // The driver's types leave replication out.
  more: { database?: string; replication?: 'true' } = {},
): pg.Client {
  const login = { user: ADMINISTRATOR, database: 'postgres', application_name: 'portico' };
  const client = new pg.Client({ ...address, ...login, ...more });
  client.on('error', () => {});
  return client;
}

async function isOwned(address: ServerAddress): Promise<boolean | null> {
  const client = administratorOf(address);
  try {
    await client.connect();
    const { rows } = await client.query('select pg_try_advisory_lock_shared($1) as free', [OWNER_LOCK]);
    return !rows[0].free;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}
