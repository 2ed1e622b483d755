import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import QueryStream from 'pg-query-stream';
import type { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import type { PoolState } from '../shared/pool-state.js';
import {
  type Erp,
  type ErpColumn,
  type ErpIdentity,
  type ErpQuery,
  type ErpRow,
  type ErpServer,
  ErpStatementError,
  orAborted,
  type Write,
} from './erp.js';
import { assertSelect } from './one-select.js';
import { DESCRIBED, toColumn, valuesOf } from './postgres-types.js';
import { postgresWrites } from './postgres-writes.js';

const ROWS_PER_FETCH = 500;
const CLOSE_MS = 1_000;
export const EMBEDDED_POOL_MAX = 4;
/** Every value as the server's own text: nothing is rounded, shifted or reinterpreted on the way. */
const AS_TEXT = { getTypeParser: () => (value: string) => value };
const SESSION_SETTINGS = `
  set default_transaction_read_only = on;
  set timezone = 'UTC';
  set datestyle = 'ISO, YMD';
  set standard_conforming_strings = on`;

/** An ERP, or a replica of one, on PostgreSQL. The embedded demo ERP is this adapter on an embedded engine. */
export class PostgresErp implements Erp {
  readonly dialect = 'postgres';
  readonly #pool: pg.Pool;
  /** Ends running queries on the server; null where the server can't do that. */
  readonly #canceller: pg.Pool | null;

  private constructor(
    readonly kind: 'postgres' | 'embedded',
    settings: pg.PoolConfig,
    private readonly engine: EmbeddedPostgres | null = null,
  ) {
    const shared = { ...settings, application_name: 'portico', types: AS_TEXT };
    this.#pool = new pg.Pool(shared);
    this.#pool.on('connect', (client) => {
      client.query(SESSION_SETTINGS).catch(() => client.end());
      // What breaks under a query is told to that; without a listener it would end the process as well.
      client.on('error', () => {});
    });
    // The same for one that breaks while idle, which the pool replaces.
    this.#pool.on('error', () => {});
    this.#canceller =
      kind === 'postgres' ? new pg.Pool({ ...shared, max: 1, idleTimeoutMillis: 1_000 }) : null;
    this.#canceller?.on('error', () => {});
  }

  static onServer(config: ErpServer, connectTimeoutMs: number): PostgresErp {
    return new PostgresErp('postgres', {
      host: config.host,
      port: config.port ?? 5432,
      database: config.database,
      user: config.user,
      password: config.password,
      ssl: config.encrypt ? { rejectUnauthorized: !config.trustServerCertificate } : false,
      max: config.poolMax,
      connectionTimeoutMillis: connectTimeoutMs,
    });
  }

  /** An ERP on an embedded engine, which is closed with it where it is owned. */
  static embedded(engine: EmbeddedPostgres, { owned }: { owned: boolean }): PostgresErp {
    const settings = { stream: () => engine.connect(), max: EMBEDDED_POOL_MAX };
    return new PostgresErp('embedded', settings, owned ? engine : null);
  }

  async read(query: ErpQuery, signal: AbortSignal): Promise<ErpRow[]> {
    return this.#withClient(signal, async (client) => {
      const result = await client.query<ErpRow>(this.#statement(query));
      return result.rows;
    });
  }

  async *stream(query: ErpQuery, signal: AbortSignal): AsyncIterable<ErpRow> {
    const { text, values } = this.#statement(query);
    const client = await this.#connect(signal);
    const rows = client.query(new QueryStream(text, values, { batchSize: ROWS_PER_FETCH, types: AS_TEXT }));
    const onAbort = () => rows.destroy(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    let whole = false;
    try {
      yield* rows as AsyncIterable<ErpRow>;
      whole = true;
    } finally {
      signal.removeEventListener('abort', onAbort);
      if (!whole) this.#cancel(client);
      client.release(!whole);
    }
  }

  async identify(signal: AbortSignal): Promise<ErpIdentity> {
    const [row] = await this.read(
      {
        sql: 'select version() as version, current_database() as database, current_user as login',
        parameters: [],
      },
      signal,
    );
    return {
      version: row?.['version'] ?? '',
      database: row?.['database'] ?? '',
      login: row?.['login'] ?? '',
    };
  }

  async describe(select: string, signal: AbortSignal): Promise<ErpColumn[]> {
    const sql = `select * from (${select}\n) as described where false`;
    const fields = await this.#withClient(signal, async (client) => {
      const result = await client.query(this.#statement({ sql, parameters: [] }));
      return result.fields;
    });
    if (fields.length === 0) return [];
    const types = await this.read(
      {
        sql: DESCRIBED,
        parameters: [
          fields.map(({ dataTypeID }) => dataTypeID),
          fields.map(({ dataTypeModifier }) => dataTypeModifier),
          fields.map(({ tableID }) => tableID),
          fields.map(({ columnID }) => columnID),
        ],
      },
      signal,
    );
    return fields.map(({ name }, index) => toColumn(name, types[index] ?? {}));
  }

  async writes(signal: AbortSignal): Promise<Write[]> {
    // Its login is our own, and its sessions are read-only.
    if (this.kind === 'embedded') return [];
    return postgresWrites((sql) => this.read({ sql, parameters: [] }, signal));
  }

  poolState(): PoolState {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { open: totalCount, idle: idleCount, waiting: waitingCount };
  }

  async close(): Promise<void> {
    const ended = Promise.all([this.#pool.end(), this.#canceller?.end()]);
    // A connection that is still being made to a server that hangs isn't waited for.
    await Promise.race([ended, setTimeout(CLOSE_MS, undefined, { ref: false })]);
    await this.engine?.close();
  }

  /** What every statement passes through on its way to the server, but for the canceller's own. */
  #statement(query: ErpQuery): { text: string; values: unknown[] } {
    assertSelect(query.sql, this.dialect);
    return { text: query.sql, values: valuesOf(query) };
  }

  #connect(signal: AbortSignal): Promise<pg.PoolClient> {
    return orAborted(this.#pool.connect(), signal, (client) => client.release());
  }

  async #withClient<T>(signal: AbortSignal, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#connect(signal);
    try {
      const result = await orAborted(work(client), signal);
      client.release();
      return result;
    } catch (error) {
      if (signal.aborted) this.#cancel(client);
      // A connection is kept after an error of the statement, not after one that leaves it in an unknown state.
      client.release(signal.aborted || !(error instanceof pg.DatabaseError));
      throw isAboutStatement(error) ? new ErpStatementError(error) : error;
    }
  }

  #cancel(client: pg.PoolClient): void {
    const { processID } = client as pg.PoolClient & { processID?: number };
    if (!processID) return;
    this.#canceller?.query('select pg_cancel_backend($1)', [processID]).catch(() => {});
  }
}

/** SQLSTATE classes of data exceptions, syntax errors and denied access: nothing that asking again would change. */
function isAboutStatement(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^(22|42)/.test(error.code ?? '');
}
