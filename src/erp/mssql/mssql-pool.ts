import sql from 'mssql';
import type { ErpServer } from '../erp.js';

type Connection = Parameters<NonNullable<sql.config['beforeConnect']>>[0];

/** A connection pool for one SQL Server. The first connection is made when it is needed. */
export class MssqlPool {
  readonly #settings: sql.config;
  #pool: Promise<sql.ConnectionPool> | null = null;
  #connected: sql.ConnectionPool | null = null;
  #codePage: string | undefined;

  constructor(config: ErpServer, queryTimeoutMs: number) {
    this.#settings = {
      server: config.host,
      ...(config.port !== undefined && { port: config.port }),
      database: config.database,
      user: config.user,
      password: config.password,
      connectionTimeout: queryTimeoutMs,
      // The caller's signal is the deadline; the driver's own timer is only a fallback.
      requestTimeout: queryTimeoutMs + 1_000,
      pool: { min: 0, max: config.poolMax },
      // Only the socket's state is checked: a validation query would double the number of queries.
      validateConnection: 'socket',
      beforeConnect: (connection) => this.#watch(connection),
      options: {
        appName: 'portico',
        encrypt: config.encrypt,
        trustServerCertificate: config.trustServerCertificate,
        readOnlyIntent: config.readOnlyIntent,
        // The driver doesn't retry: ErpGate is the one place that does.
        maxRetriesOnTransientErrors: 0,
        useUTC: true,
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

  async close(): Promise<void> {
    const pool = await this.#pool?.catch(() => null);
    await pool?.close().catch(() => {});
  }

  /** Records what the driver doesn't expose: the code page of a connection, and the error number if it fails. */
  #watch(connection: Connection): void {
    let number: number | undefined;
    const onError = (message: { number: number }) => {
      number = message.number;
    };
    connection.on('errorMessage', onError);
    connection.once('connect', (error) => {
      connection.off('errorMessage', onError);
      if (!error) this.#codePage = connection.databaseCollation?.codepage;
      // Without the number, only the wording would distinguish a server short of resources from a wrong password.
      else if (number !== undefined) Object.assign(error, { number });
    });
  }
}
