import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { administratorClient, type ServerAddress } from './administrator.js';

/** Held by the connection of the Portico that started the server, as long as it lives. */
const OWNER_LOCK = 7_041_776_101;
/** Held, shared, by whoever works on a server that another Portico runs. */
const GUEST_LOCK = 7_041_776_102;
/** So long a command that runs the server waits with its end for others. */
const GUEST_WAIT_MS = 60_000;
const RETRY_DELAY_MS = 100;
/** A server that runs tells by then whose it is; one that hangs doesn't. */
const ANSWER_TIMEOUT_MS = 3_000;

/** Says to other Porticos that this one runs the server, also after the server broke all connections; keeps no process alive. */
export class Claim {
  readonly #ended = new AbortController();

  private constructor(
    private readonly address: ServerAddress,
    /** The administrator's, to work with. */
    public client: pg.Client,
  ) {}

  static async make(address: ServerAddress): Promise<Claim> {
    const claim = new Claim(
      address,
      await connectWithLocks(address, 'pg_advisory_lock', GUEST_LOCK, OWNER_LOCK),
    );
    claim.#reclaimAfterDisconnect();
    return claim;
  }

  /** Lets others work on the server as well: until then they wait for its databases. */
  async letGuestsIn(): Promise<void> {
    await this.client.query('select pg_advisory_unlock($1)', [GUEST_LOCK]);
  }

  /** Waits until nobody else works on the server any more; who comes from now on waits for its end, and then runs it. */
  async waitForGuests(): Promise<void> {
    await this.client.query(`set lock_timeout = ${GUEST_WAIT_MS}`);
    await this.client.query('select pg_advisory_lock($1)', [GUEST_LOCK]);
  }

  async end(): Promise<void> {
    this.#ended.abort();
    await this.client.end().catch(() => {});
  }

  #reclaimAfterDisconnect(): void {
    this.client.once('end', () => void this.#reclaim().catch(() => {}));
  }

  /** A server that lost one of its processes ends all connections, and serves again in a moment. */
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
 * A connection that says that somebody else than whoever runs the server works on it.
 *
 * @throws where it is being stopped, or nobody says yet that it is theirs: another one, started at the same address meanwhile
 */
export async function joinAsGuest(address: ServerAddress): Promise<pg.Client> {
  const client = await connectWithLocks(address, 'pg_advisory_lock_shared', GUEST_LOCK);
  if (await hasOwner(client)) return client;
  // As long as it is here, nobody can claim the server.
  await client.end();
  throw new Error(`Nobody runs the PostgreSQL server at ${address.host} yet.`);
}

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

/** Whether some Portico says that it runs a server; null where the server can't be asked. */
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
