import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ADMINISTRATOR } from './make-cluster.js';

/** Held by the connection of the Portico that started the server, as long as it lives. */
const OWNER_LOCK = 7_041_776_101;
const AGAIN_AFTER_MS = 100;
/** A server that runs tells by then whose it is; one that hangs doesn't. */
const ANSWER_MS = 3_000;

/** How a server is reached. */
export interface ServerAddress {
  /** A host, or the folder of a socket. */
  host: string;
  port: number;
  password?: string;
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
      await wait(AGAIN_AFTER_MS, undefined, { signal, ref: false });
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
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [OWNER_LOCK]);
    return client;
  } catch (error) {
    void client.end().catch(() => {});
    throw error;
  }
}

/** The administrator's connection, not yet open. One that breaks tells whoever asks something of it. */
export function administratorOf(
  address: ServerAddress,
  // The driver's types leave replication out.
  more: pg.ClientConfig & { replication?: 'true' } = {},
): pg.Client {
  const login = { user: ADMINISTRATOR, database: 'postgres', application_name: 'portico' };
  const client = new pg.Client({ ...address, ...login, ...more });
  client.on('error', () => {});
  return client;
}

/** Whether some Portico says that it runs a server; null where the server can't be asked. */
export async function isOwned(address: ServerAddress): Promise<boolean | null> {
  const client = administratorOf(address, { connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS });
  try {
    await client.connect();
    const { rows } = await client.query('select pg_try_advisory_lock_shared($1) as free', [OWNER_LOCK]);
    return !rows[0].free;
  } catch {
    return null;
  } finally {
    void client.end().catch(() => {});
  }
}
