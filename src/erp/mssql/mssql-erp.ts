import sql from 'mssql';
import type { PoolState } from '../../shared/pool-state.js';
import { rejectOnAbort, whenAborted } from '../../shared/when-aborted.js';
import { closeWithTimeout } from '../close-with-timeout.js';
import {
  type ConnectionSecurity,
  type Erp,
  type ErpBatch,
  type ErpColumn,
  type ErpColumnSource,
  type ErpIdentity,
  type ErpQuery,
  type ErpRow,
  type ErpServer,
  ErpStatementError,
  type WritePrivilege,
} from '../erp.js';
import { assertSingleSelect } from '../single-select.js';
import { collationsOf, hasCollation, withCollations } from './mssql-columns.js';
import { mssqlFault } from './mssql-faults.js';
import { toParameter } from './mssql-parameters.js';
import { MssqlPool } from './mssql-pool.js';
import { batchesOf } from './mssql-rows.js';
import { mssqlSources } from './mssql-sources.js';
import { toColumn, toText } from './mssql-types.js';
import { mssqlWritePrivileges } from './mssql-write-privileges.js';

/** An ERP on Microsoft SQL Server. */
export class MssqlErp implements Erp {
  readonly kind = 'mssql';
  readonly dialect = 'mssql';
  readonly #pool: MssqlPool;

  constructor(config: ErpServer, queryTimeoutMs: number) {
    this.#pool = new MssqlPool(config, queryTimeoutMs);
  }

  async read(query: ErpQuery, signal: AbortSignal): Promise<ErpRow[]> {
    const recordset = await this.#query(query, signal);
    return recordset.map(toText);
  }

  async *stream(
    query: ErpQuery,
    signal: AbortSignal,
    freed: () => void = () => {},
  ): AsyncGenerator<ErpBatch, void, undefined> {
    const request = await this.#request(query, signal).catch((error: unknown) => {
      freed();
      throw error;
    });
    try {
      yield* batchesOf(request, query.sql, { signal, freed });
    } catch (error) {
      throw isAboutStatement(error) ? toStatementError(error) : error;
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
    const recordset = await this.#query({ sql, parameters: [] }, signal);
    const columns = Object.values(recordset.columns).map(toColumn);
    const texts = await this.#withCollations(select, columns.filter(hasCollation), signal);
    const sentCodePage = this.#pool.codePage;
    return columns.map((column) => ({
      ...(texts.find(({ name }) => name === column.name) ?? column),
      ...(sentCodePage !== undefined && { sentCodePage }),
    }));
  }

  writePrivileges(selects: readonly string[], deadline: () => AbortSignal): AsyncIterable<WritePrivilege[]> {
    const sources = async () => {
      const columns: ErpColumnSource[] = [];
      for (const select of selects) {
        for (const behind of ['tables', 'views'] as const) {
          columns.push(...(await mssqlSources(this, { select, behind }, deadline())).values());
        }
      }
      return columns;
    };
    return mssqlWritePrivileges(
      (sql, parameters = []) => this.read({ sql, parameters }, deadline()),
      sources,
    );
  }

  security(): ConnectionSecurity | null {
    return this.#pool.security;
  }

  poolState(): PoolState | null {
    const pool = this.#pool.connected;
    return pool && { open: pool.size, idle: pool.available, waiting: pool.pending };
  }

  async close(): Promise<void> {
    await closeWithTimeout(this.#pool.close());
  }

  /** The same columns with their collations; without them where the server refuses the query. */
  async #withCollations(
    select: string,
    columns: readonly ErpColumn[],
    signal: AbortSignal,
  ): Promise<readonly ErpColumn[]> {
    if (columns.length === 0) return columns;
    try {
      const [row = {}] = await this.read(collationsOf(select, columns), signal);
      return withCollations(columns, row);
    } catch (error) {
      if (!(error instanceof ErpStatementError)) throw error;
      if (columns.length === 1) return columns;
      // One column must not cost the others their indexes.
      const each: ErpColumn[] = [];
      for (const column of columns) each.push(...(await this.#withCollations(select, [column], signal)));
      return each;
    }
  }

  async #query(query: ErpQuery, signal: AbortSignal): Promise<sql.IRecordSet<Record<string, unknown>>> {
    const request = await this.#request(query, signal);
    const removeListener = whenAborted(signal, () => request.cancel());
    try {
      const result = await rejectOnAbort(request.query<Record<string, unknown>>(query.sql), signal);
      return result.recordset;
    } catch (error) {
      throw isAboutStatement(error) ? toStatementError(error) : error;
    } finally {
      removeListener();
    }
  }

  /** Prepares a request. Every statement passes through here on its way to the server. */
  async #request({ sql, parameters }: ErpQuery, signal: AbortSignal): Promise<sql.Request> {
    assertSingleSelect(sql, this.dialect);
    const request = await this.#pool.request(signal);
    // Kysely numbers SQL Server's parameters from 1.
    for (const [index, given] of parameters.entries()) {
      const { type, value } = toParameter(given);
      request.input(String(index + 1), type, value);
    }
    return request;
  }
}

/** Severity 11 to 16 is about the statement itself, except for errors that are known to be about something else. */
function isAboutStatement(error: unknown): error is sql.RequestError {
  if (!(error instanceof sql.RequestError) || error.code !== 'EREQUEST') return false;
  const { class: severity = 0 } = error as sql.RequestError & { class?: number };
  const fault = mssqlFault(error)?.fault ?? 'statement';
  return severity >= 11 && severity <= 16 && (fault === 'statement' || fault === 'denied');
}

/** A broken view causes several errors, and only the first one names what it lacks. */
function toStatementError(error: sql.RequestError): ErpStatementError {
  const { precedingErrors = [] } = error as sql.RequestError & { precedingErrors?: Error[] };
  return new ErpStatementError(
    error,
    precedingErrors.map(({ message }) => message),
  );
}
