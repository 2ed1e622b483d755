import sql from 'mssql';
import { msToDeadline } from '../../shared/deadline.js';
import { rejectOnAbort } from '../../shared/when-aborted.js';
import type { ConnectionSecurity, ErpServer } from '../erp.js';
import { type MssqlConnection, prepareConnection, type SessionSettings } from './mssql-connection.js';

const ISOLATION_LEVELS = {
  readcommitted: sql.ISOLATION_LEVEL.READ_COMMITTED,
  snapshot: sql.ISOLATION_LEVEL.SNAPSHOT,
  readuncommitted: sql.ISOLATION_LEVEL.READ_UNCOMMITTED,
};

/** A query waits this share of its deadline for a lock. The rest is for the answer that it waited in vain. */
const LOCK_TIMEOUT_SHARE = 0.8;

/** How much later than the deadline the driver's own timer fires: it is only a fallback. */
const DRIVER_TIMER_MS = 1_000;

/** What the driver's types hide. */
type WithOverrides = sql.ConnectionPool & { request(overrides: { requestTimeout?: number }): sql.Request };

/** A connection pool for one SQL Server. The first connection is made when it is needed. */
export class MssqlPool {
  readonly #settings: sql.config;
  #pool: Promise<sql.ConnectionPool> | null = null;
  #connected: sql.ConnectionPool | null = null;
  readonly #session: SessionSettings;
  #codePage: string | undefined;
  #security: ConnectionSecurity | null = null;

  constructor(config: ErpServer, queryTimeoutMs: number) {
    this.#session = {
      password: config.password,
      mustEncrypt: config.encrypt !== false,
      mustVerify: config.encrypt !== false && !config.trustServerCertificate,
      lockTimeoutMs: Math.floor(queryTimeoutMs * LOCK_TIMEOUT_SHARE),
    };
    this.#settings = {
      server: config.host,
      ...(config.port !== undefined && { port: config.port }),
      database: config.database,
      user: config.user,
      // The password itself: see prepareConnection.
      password: '',
      connectionTimeout: queryTimeoutMs,
      requestTimeout: queryTimeoutMs + DRIVER_TIMER_MS,
      pool: { min: 0, max: config.poolMax },
      // Only the socket's state is checked: a validation query would double the number of queries.
      validateConnection: 'socket',
      beforeConnect: (connection) => this.#prepare(connection),
      options: {
        appName: 'portico',
        encrypt: config.encrypt,
        trustServerCertificate: config.trustServerCertificate,
        readOnlyIntent: config.readOnlyIntent,
        // The driver doesn't retry: ErpGate is the one place that does.
        maxRetriesOnTransientErrors: 0,
        useUTC: true,
        connectionIsolationLevel: ISOLATION_LEVELS[config.isolation ?? 'readcommitted'],
        ...(config.instance !== undefined && { instanceName: config.instance }),
      },
    };
  }

  /** The pool; null until it is connected. */
  get connected(): sql.ConnectionPool | null {
    return this.#connected;
  }

  /** The code page in which the driver writes varchar, by iconv's name. It is that of the database's collation. */
  get codePage(): string | undefined {
    return this.#codePage;
  }

  /** Connects on the first call; later calls get the same pool. If that fails, the next call tries again. */
  connect(): Promise<sql.ConnectionPool> {
    if (!this.#pool) {
      const connecting = new sql.ConnectionPool(this.#settings).connect();
      this.#pool = connecting;
      connecting.then(
        (pool) => {
          this.#connected = pool.on('error', () => {});
        },
        () => {
          this.#pool = null;
        },
      );
    }
    return this.#pool;
  }

  /**
   * A request, once the pool is connected. The driver's own timer, which ends with the first bytes of the answer, follows
   * the signal's deadline if there is one.
   *
   * @throws the signal's reason as soon as it fires
   */
  async request(signal: AbortSignal): Promise<sql.Request> {
    const pool = (await rejectOnAbort(this.connect(), signal)) as WithOverrides;
    const ms = msToDeadline(signal);
    return pool.request(ms === null ? {} : { requestTimeout: ms + DRIVER_TIMER_MS });
  }

  async close(): Promise<void> {
    const pool = await this.#pool?.catch(() => null);
    await pool?.close().catch(() => {});
  }

  /** How the latest connection is protected; null as long as there was none. */
  get security(): ConnectionSecurity | null {
    return this.#security;
  }

  #prepare(connection: MssqlConnection): void {
    prepareConnection(connection, this.#session, (security) => {
      this.#codePage = connection.databaseCollation?.codepage;
      this.#security = security;
    });
  }
}
