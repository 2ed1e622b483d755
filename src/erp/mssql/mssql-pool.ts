import sql from 'mssql';
import type { ErpServer } from '../erp.js';

type Connection = Parameters<NonNullable<sql.config['beforeConnect']>>[0];

/** Connections to one SQL Server, the first of which is made when it is needed. */
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
      // The deadline is the caller's signal; the driver's own timer only stands behind it.
      requestTimeout: queryTimeoutMs + 1_000,
      pool: { min: 0, max: config.poolMax },
      // By the socket's state: asking each connection before each query would be a second query.
      validateConnection: 'socket',
      beforeConnect: (connection) => this.#watch(connection),
      options: {
        appName: 'portico',
        encrypt: config.encrypt,
        trustServerCertificate: config.trustServerCertificate,
        readOnlyIntent: config.readOnlyIntent,
        // What is worth another try is decided in one place, and that isn't the driver.
        maxRetriesOnTransientErrors: 0,
        useUTC: true,
        ...(config.instance !== undefined && { instanceName: config.instance }),
      },
    };
  }

  /** The pool once it is connected. */
  get connected(): sql.ConnectionPool | null {
    return this.#connected;
  }

  /** What the driver writes varchar in, by iconv's name: the code page of the database's collation. */
  get codePage(): string | undefined {
    return this.#codePage;
  }

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

  /** Learns what a connection says while it is made, and what the driver keeps to itself. */
  #watch(connection: Connection): void {
    let number: number | undefined;
    const onError = (told: { number: number }) => {
      number = told.number;
    };
    connection.on('errorMessage', onError);
    connection.once('connect', (error) => {
      connection.off('errorMessage', onError);
      if (!error) this.#codePage = connection.databaseCollation?.codepage;
      // Else only the wording would tell a server that is short of resources from a wrong password.
      else if (number !== undefined) Object.assign(error, { number });
    });
  }
}
