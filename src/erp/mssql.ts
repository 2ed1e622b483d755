import sql from 'mssql';
import { type Erp, type ErpIdentity, type ErpQuery, type ErpRow, type ErpServer, orAborted } from './erp.js';

/** An ERP on Microsoft SQL Server. */
export class MssqlErp implements Erp {
  readonly kind = 'mssql';
  readonly dialect = 'mssql';
  readonly #settings: sql.config;
  #pool: Promise<sql.ConnectionPool> | null = null;

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
      options: {
        appName: 'portico',
        encrypt: config.encrypt,
        trustServerCertificate: config.trustServerCertificate,
        useUTC: true,
        ...(config.instance !== undefined && { instanceName: config.instance }),
      },
    };
  }

  async read(query: ErpQuery, signal: AbortSignal): Promise<ErpRow[]> {
    const request = await this.#request(query, signal);
    const onAbort = () => request.cancel();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      const result = await orAborted(request.query<Record<string, unknown>>(query.sql), signal);
      return result.recordset.map(toText);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  async *stream(query: ErpQuery, signal: AbortSignal): AsyncIterable<ErpRow> {
    const request = await this.#request(query, signal);
    const rows = request.toReadableStream();
    const onAbort = () => rows.destroy(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    let whole = false;
    try {
      // A failure is reported by the stream; the promise would report it a second time.
      request.query(query.sql).catch(() => {});
      for await (const row of rows) yield toText(row as Record<string, unknown>);
      whole = true;
    } finally {
      signal.removeEventListener('abort', onAbort);
      if (!whole) request.cancel();
    }
  }

  async identify(signal: AbortSignal): Promise<ErpIdentity> {
    const [row] = await this.read(
      { sql: 'select @@version as version, db_name() as [database], suser_sname() as login', parameters: [] },
      signal,
    );
    return {
      version: row?.['version'] ?? '',
      database: row?.['database'] ?? '',
      login: row?.['login'] ?? '',
    };
  }

  async close(): Promise<void> {
    const pool = await this.#pool?.catch(() => null);
    await pool?.close();
  }

  async #request(query: ErpQuery, signal: AbortSignal): Promise<sql.Request> {
    const pool = await orAborted(this.#connect(), signal);
    const request = pool.request();
    // Kysely numbers SQL Server's parameters from 1.
    for (const [index, value] of query.parameters.entries()) request.input(String(index + 1), value);
    return request;
  }

  #connect(): Promise<sql.ConnectionPool> {
    if (!this.#pool) {
      const connecting = new sql.ConnectionPool(this.#settings).connect();
      this.#pool = connecting;
      connecting.then(
        (pool) => pool.on('error', () => {}),
        () => {
          this.#pool = null;
        },
      );
    }
    return this.#pool;
  }
}

/** Queries cast what must be exact to text themselves; what is left are counts. */
function toText(row: Record<string, unknown>): ErpRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
  );
}
