import { setTimeout } from 'node:timers/promises';
import sql from 'mssql';
import type { PoolState } from '../shared/pool-state.js';
import {
  ColumnValue,
  type Erp,
  type ErpColumn,
  type ErpColumnType,
  type ErpIdentity,
  type ErpQuery,
  type ErpRow,
  type ErpServer,
  ErpStatementError,
  orAborted,
} from './erp.js';
import { mssqlWrites } from './mssql-writes.js';

const CLOSE_MS = 1_000;

/** An ERP on Microsoft SQL Server. */
export class MssqlErp implements Erp {
  readonly kind = 'mssql';
  readonly dialect = 'mssql';
  readonly #settings: sql.config;
  #pool: Promise<sql.ConnectionPool> | null = null;
  /** The same once it is connected. */
  #connected: sql.ConnectionPool | null = null;

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
    } catch (error) {
      throw isAboutStatement(error) ? new ErpStatementError(error) : error;
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

  async describe(select: string, signal: AbortSignal): Promise<ErpColumn[]> {
    const sql = `select * from (${select}\n) as described where 1 = 0`;
    const request = await this.#request({ sql, parameters: [] }, signal);
    const onAbort = () => request.cancel();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      const { recordset } = await orAborted(request.query(sql), signal);
      return Object.values(recordset.columns).map(toColumn);
    } catch (error) {
      throw isAboutStatement(error) ? new ErpStatementError(error) : error;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  writes(signal: AbortSignal): Promise<string[]> {
    return mssqlWrites((sql) => this.read({ sql, parameters: [] }, signal));
  }

  poolState(): PoolState | null {
    const pool = this.#connected;
    return pool && { open: pool.size, idle: pool.available, waiting: pool.pending };
  }

  async close(): Promise<void> {
    // A connection that is still being made to a server that hangs isn't waited for.
    const closed = this.#pool?.then((pool) => pool.close()).catch(() => {});
    await Promise.race([closed, setTimeout(CLOSE_MS, undefined, { ref: false })]);
  }

  async #request(query: ErpQuery, signal: AbortSignal): Promise<sql.Request> {
    const pool = await orAborted(this.#connect(), signal);
    const request = pool.request();
    // Kysely numbers SQL Server's parameters from 1.
    for (const [index, value] of query.parameters.entries())
      request.input(String(index + 1), typeOf(value), value instanceof ColumnValue ? value.text : value);
    return request;
  }

  #connect(): Promise<sql.ConnectionPool> {
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
}

const TYPES: [name: string, factory: unknown, type: ErpColumnType][] = [
  ['varchar', sql.VarChar, 'text'],
  ['nvarchar', sql.NVarChar, 'text'],
  ['char', sql.Char, 'text'],
  ['nchar', sql.NChar, 'text'],
  ['int', sql.Int, 'integer'],
  ['bigint', sql.BigInt, 'integer'],
  ['smallint', sql.SmallInt, 'integer'],
  ['tinyint', sql.TinyInt, 'integer'],
  ['decimal', sql.Decimal, 'decimal'],
  ['numeric', sql.Numeric, 'decimal'],
  ['float', sql.Float, 'float'],
  ['real', sql.Real, 'float'],
  ['date', sql.Date, 'date'],
  ['datetime2', sql.DateTime2, 'timestamp'],
  ['datetime', sql.DateTime, 'coarse timestamp'],
  ['smalldatetime', sql.SmallDateTime, 'coarse timestamp'],
  ['datetimeoffset', sql.DateTimeOffset, 'zoned timestamp'],
];

type ReceivedColumn = sql.IColumnMetadata[string];

function toColumn({ name, type, length, precision, scale }: ReceivedColumn): ErpColumn {
  const [declared, , known] = TYPES.find(([, factory]) => factory === type) ?? [
    'another type',
    null,
    'other',
  ];
  const size = known === 'text' ? length : known === 'decimal' ? `${precision}, ${scale}` : null;
  return { name, type: known as ErpColumnType, declared: size ? `${declared}(${size})` : declared };
}

/** Queries cast what must be exact to text themselves; what is left are counts. */
function toText(row: Record<string, unknown>): ErpRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
  );
}

/** Always the same few types: one declared by each value's own length would be a new plan for each length. */
function typeOf(value: unknown): sql.ISqlType {
  if (typeof value === 'number') return sql.Int();
  return String(value).length <= 4000 ? sql.NVarChar(4000) : sql.NVarChar(sql.MAX);
}

const DEADLOCK_VICTIM = 1205;
const LOCK_TIMEOUT = 1222;

/** Severity 11 to 16 is about the statement itself, but for two that another moment would mend. */
function isAboutStatement(error: unknown): error is sql.RequestError {
  if (!(error instanceof sql.RequestError) || error.code !== 'EREQUEST') return false;
  const { number, class: severity = 0 } = error as sql.RequestError & { class?: number };
  return severity >= 11 && severity <= 16 && number !== DEADLOCK_VICTIM && number !== LOCK_TIMEOUT;
}
