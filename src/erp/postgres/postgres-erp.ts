import pg from 'pg';
import Cursor from 'pg-cursor';
import { msToDeadline } from '../../shared/deadline.js';
import type { PoolState } from '../../shared/pool-state.js';
import {
  type ConnectionSecurity,
  type Erp,
  type ErpBatch,
  type ErpColumn,
  type ErpIdentity,
  type ErpQuery,
  type ErpRow,
  type ErpServer,
  ErpStatementError,
  type WritePrivilege,
} from '../erp.js';
import { assertSingleSelect } from '../single-select.js';
import { batchesOf, type RunningCursor } from './cursor-batches.js';
import { PostgresPool } from './postgres-pool.js';
import { AS_TEXT, DESCRIBE_COLUMNS, toColumn, valuesOf } from './postgres-types.js';
import { postgresWritePrivileges } from './postgres-write-privileges.js';
import { type PostgresStatement, sendPrepared } from './send-prepared.js';
import { withSettings } from './with-settings.js';

/** How many queries of the embedded demo run at a time. */
export const EMBEDDED_POOL_MAX = 4;

/** An ERP on PostgreSQL, a replica of one, or the embedded demo. */
export class PostgresErp implements Erp {
  readonly dialect = 'postgres';
  readonly #pool: PostgresPool;

  private constructor(
    readonly kind: 'postgres' | 'embedded',
    settings: pg.PoolConfig,
  ) {
    this.#pool = new PostgresPool(settings);
  }

  static onServer(config: ErpServer, connectTimeoutMs: number): PostgresErp {
    return new PostgresErp('postgres', {
      host: config.host,
      port: config.port ?? 5432,
      database: config.database,
      user: config.user,
      password: config.password,
      // With TLS, the driver sends nothing if the server has none. The host is what the certificate must name: the driver
      // itself passes it on only if it isn't an IP address.
      ssl: config.encrypt ? { rejectUnauthorized: !config.trustServerCertificate, host: config.host } : false,
      max: config.poolMax,
      connectionTimeoutMillis: connectTimeoutMs,
    });
  }

  /** The demo, on the embedded server. */
  static embedded(login: pg.PoolConfig, poolMax: number): PostgresErp {
    return new PostgresErp('embedded', { ...login, max: poolMax });
  }

  async read(query: ErpQuery, signal: AbortSignal): Promise<ErpRow[]> {
    return (await this.#query(query, signal)).rows;
  }

  async *stream(
    query: ErpQuery,
    signal: AbortSignal,
    freed: () => void = () => {},
  ): AsyncGenerator<ErpBatch, void, undefined> {
    const running = await this.#openCursor(query, signal).catch((error: unknown) => {
      freed();
      throw error;
    });
    try {
      yield* batchesOf(running, { signal, freed });
    } catch (error) {
      throw isAboutStatement(error) ? new ErpStatementError(error) : error;
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
    const { fields } = await this.#query({ sql, parameters: [] }, signal);
    if (fields.length === 0) return [];
    const types = await this.read(
      {
        sql: DESCRIBE_COLUMNS,
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

  writePrivileges(_selects: readonly string[], deadline: () => AbortSignal): AsyncIterable<WritePrivilege[]> {
    return postgresWritePrivileges((sql, parameters = []) => this.read({ sql, parameters }, deadline()));
  }

  security(): ConnectionSecurity | null {
    return this.#pool.security;
  }

  poolState(): PoolState {
    return this.#pool.state();
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  /** The server's own timeout counts from here to the last row. */
  async #openCursor(query: ErpQuery, signal: AbortSignal): Promise<RunningCursor> {
    const { text, values } = this.#statement(query);
    const client = await this.#pool.connect(signal);
    const cursor = new Cursor<ErpRow>(text, values, { types: AS_TEXT });
    const settings = { session: this.#pool.sessionOf(client), timeoutMs: msToDeadline(signal) };
    return { cursor: client.query(withSettings(cursor, settings)), client, pool: this.#pool };
  }

  async #query(query: ErpQuery, signal: AbortSignal): Promise<pg.QueryResult<ErpRow>> {
    const statement = this.#statement(query);
    try {
      return await this.#pool.withClient(signal, (client) =>
        sendPrepared({ client, session: this.#pool.sessionOf(client) }, statement, signal),
      );
    } catch (error) {
      throw isAboutStatement(error) ? new ErpStatementError(error) : error;
    }
  }

  /** Prepares a statement. Every query passes through here, and then through `withSettings`. */
  #statement(query: ErpQuery): PostgresStatement & { values: unknown[] } {
    assertSingleSelect(query.sql, this.dialect);
    // In this mode, the server accepts one statement and refuses a second.
    return { text: query.sql, values: valuesOf(query), queryMode: 'extended' };
  }
}

/** Whether the SQLSTATE's class is about the statement or its data, so that a retry wouldn't help. */
function isAboutStatement(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^(0A|21|22|42|44|54|P0)/.test(error.code ?? '');
}
