import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { administratorClient, type ServerAddress } from './administrator.js';

/** Advisory lock of the owner: the process that started the server holds it for as long as it runs the server. */
const OWNER_LOCK = 7_041_776_101;
/** Advisory lock that every guest holds in shared mode. A guest uses a server that another Portico process runs. */
const GUEST_LOCK = 7_041_776_102;
/** How long a command that runs the server waits for its guests before it stops the server. */
const GUEST_WAIT_MS = 60_000;
const RETRY_DELAY_MS = 100;
/** The timeout for asking a server whether it has an owner. A server that hangs doesn't answer. */
const ANSWER_TIMEOUT_MS = 3_000;

/**
 * Tells other Portico processes that this one runs the server, by holding OWNER_LOCK. If the server closes all
 * connections, it takes the lock again. It does not keep the process alive.
 */
export class Claim {
  readonly #ended = new AbortController();

  private constructor(
    private readonly address: ServerAddress,
    /** The administrator's connection that holds the lock. It may also be used for queries. */
    public client: pg.Client,
  ) {}

  /** Claims a server. Guests have to wait until `admitGuests`. */
  static async make(address: ServerAddress): Promise<Claim> {
    const claim = new Claim(
      address,
      await connectWithLocks(address, 'pg_advisory_lock', GUEST_LOCK, OWNER_LOCK),
    );
    claim.#reclaimAfterDisconnect();
    return claim;
  }

  /** Admits guests, which wait until the databases have been created. */
  async admitGuests(): Promise<void> {
    await this.client.query('select pg_advisory_unlock($1)', [GUEST_LOCK]);
  }

  /**
   * Waits until there are no guests. A process that comes later waits until the server has stopped, then starts it
   * itself.
   */
  async waitForGuests(): Promise<void> {
    await this.client.query(`set lock_timeout = ${GUEST_WAIT_MS}`);
    await this.client.query('select pg_advisory_lock($1)', [GUEST_LOCK]);
  }

  /** Gives the claim up. */
  async end(): Promise<void> {
    this.#ended.abort();
    await this.client.end().catch(() => {});
  }

  #reclaimAfterDisconnect(): void {
    this.client.once('end', () => void this.#reclaim().catch(() => {}));
  }

  /** Takes the lock again. A server that lost one of its processes closes all connections and soon accepts new ones. */
  async #reclaim(): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      await wait(RETRY_DELAY_MS, undefined, { signal, ref: false });
      const client = await connectWithLocks(this.address, 'pg_advisory_lock', OWNER_LOCK).catch(() => null);
      if (!client) continue;
      this.client = client;
      if (signal.aborted) return void client.end().catch(() => {});
      return this.#reclaimAfterDisconnect();
    }
  }
}

/**
 * Opens a connection that marks this process as a guest of the server. The owner waits for guests before it stops.
 *
 * @throws if the server is stopping, or has no owner yet: it may be a new server, just started at the same address
 */
export async function joinAsGuest(address: ServerAddress): Promise<pg.Client> {
  const client = await connectWithLocks(address, 'pg_advisory_lock_shared', GUEST_LOCK);
  if (await hasOwner(client)) return client;
  // While this connection holds the guest lock, no process can claim the server.
  await client.end();
  throw new Error(`Nobody runs the PostgreSQL server at ${address.host} yet.`);
}

/** Connects as the administrator and takes advisory locks, waiting for each. */
async function connectWithLocks(
  address: ServerAddress,
  lock: 'pg_advisory_lock' | 'pg_advisory_lock_shared',
  ...keys: number[]
): Promise<pg.Client> {
  const client = administratorClient(address);
  try {
    await client.connect();
    for (const key of keys) await client.query(`select ${lock}($1)`, [key]);
    return client;
  } catch (error) {
    void client.end().catch(() => {});
    throw error;
  }
}

/** Whether a Portico process claims a server; null if the server doesn't answer. */
export async function isOwned(address: ServerAddress): Promise<boolean | null> {
  const client = administratorClient(address, {
    connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
  });
  try {
    await client.connect();
    return await hasOwner(client);
  } catch {
    return null;
  } finally {
    void client.end().catch(() => {});
  }
}

async function hasOwner(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock_shared($1) as free', [OWNER_LOCK]);
  return !rows[0].free;
}
