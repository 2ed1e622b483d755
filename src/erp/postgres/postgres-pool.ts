import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { cancelQuery } from '../../shared/cancel-query.js';
import type { PoolState } from '../../shared/pool-state.js';
import { rejectOnAbort } from '../../shared/when-aborted.js';
import { closeWithTimeout } from '../close-with-timeout.js';
import type { ConnectionSecurity } from '../erp.js';
import { securityOf } from '../security-of.js';
import { PostgresSession } from './postgres-session.js';
import { AS_TEXT } from './postgres-types.js';

/** What the driver's types hide. */
type WithSocket = pg.PoolClient & { connection?: { stream?: unknown }; processID: number | null };

const MAX_CANCELS = 5;
const CANCEL_INTERVAL_MS = 100;

/** A connection pool for one PostgreSQL server. It leaves no settings on a connection: see `withSettings`. */
export class PostgresPool {
  readonly #pool: pg.Pool;
  readonly #sessions = new WeakMap<pg.PoolClient, PostgresSession>();
  #security: ConnectionSecurity | null = null;

  constructor(settings: pg.PoolConfig) {
    this.#pool = new pg.Pool({ ...settings, application_name: 'portico', types: AS_TEXT });
    this.#pool.on('connect', (client) => {
      this.#security = securityOf((client as WithSocket).connection?.stream);
      // A connection that breaks during a query rejects that query. Without a listener, the process would end as well.
      client.on('error', () => {});
    });
    // The same for a connection that breaks while idle. The pool replaces it.
    this.#pool.on('error', () => {});
  }

  /** A connection, which the caller must release. @throws the signal's reason as soon as it fires */
  connect(signal: AbortSignal): Promise<pg.PoolClient> {
    return rejectOnAbort(this.#pool.connect(), signal, (client) => client.release());
  }

  /** What is prepared on a connection of this pool. */
  sessionOf(client: pg.PoolClient): PostgresSession {
    const known = this.#sessions.get(client);
    if (known) return known;
    const session = new PostgresSession((client as WithSocket).processID);
    this.#sessions.set(client, session);
    return session;
  }

  /** Runs work on a connection. If the signal fires first, the query is cancelled on the server. */
  async withClient<T>(signal: AbortSignal, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.connect(signal);
    const running = work(client);
    try {
      const result = await rejectOnAbort(running, signal);
      client.release();
      return result;
    } catch (error) {
      if (signal.aborted) void this.cancel(client, running);
      // A connection is kept after an error from the server, but not after one that leaves it in an unknown state.
      else client.release(!(error instanceof pg.DatabaseError));
      throw error;
    }
  }

  /**
   * Cancels on the server the query that a connection runs, and then gives the connection up. A request that overtakes
   * the query finds nothing to cancel, and the server goes on without noticing that its client has left: so the request
   * is repeated until the query has ended.
   *
   * @param running settles once the query has ended
   * @returns resolves once the connection is given up
   */
  async cancel(client: pg.PoolClient, running: Promise<unknown>): Promise<void> {
    let isRunning = true;
    const ended = running
      .catch(() => {})
      .then(() => {
        isRunning = false;
      });
    for (let attempt = 1; isRunning && attempt <= MAX_CANCELS; attempt += 1) {
      await cancelQuery(client).catch(() => {});
      await Promise.race([ended, setTimeout(attempt * CANCEL_INTERVAL_MS, undefined, { ref: false })]);
    }
    client.release(true);
  }

  /** How the latest connection is protected; null as long as there was none. */
  get security(): ConnectionSecurity | null {
    return this.#security;
  }

  state(): PoolState {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { open: totalCount, idle: idleCount, waiting: waitingCount };
  }

  async close(): Promise<void> {
    await closeWithTimeout(this.#pool.end());
  }
}
