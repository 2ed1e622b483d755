import type { PoolState } from '../shared/pool-state.js';
import { whenAborted } from '../shared/when-aborted.js';

/** A statement with its parameters apart: what a query builder compiles to. */
export interface ErpQuery {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A value to compare with a column of the mapping: an adapter sends it as what that column is. */
export class ColumnValue {
  constructor(
    readonly column: string,
    readonly text: string,
  ) {}

  toString(): string {
    return this.text;
  }
}

/** Many values to compare with one column in one parameter, which the SQL of the dialect takes apart. */
export class ColumnValueList {
  constructor(
    readonly column: string,
    readonly texts: readonly string[],
  ) {}
}

/** What a column is, told apart as far as the portal cares. */
export type ErpColumnType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'float'
  | 'date'
  | 'timestamp'
  /** One that can't hold each millisecond. */
  | 'coarse timestamp'
  | 'zoned timestamp'
  | 'other';

/** The table's column that a column of a SELECT is. */
export interface ErpColumnSource {
  schema: string;
  table: string;
  column: string;
}

/** A column of what a SELECT gives. */
export interface ErpColumn {
  name: string;
  type: ErpColumnType;
  /** As the server would declare it, such as varchar(40). */
  declared: string;
  /** Left out where it is worked out, or the server doesn't tell. */
  source?: ErpColumnSource;
}

/** Something that a login could change. */
export interface WritePrivilege {
  /** In a few words, such as: it is a member of db_owner. */
  what: string;
  /** The statement that would take the right to it away; null where there is no plain one. */
  mend: string | null;
}

/** A row as text, exactly as the ERP would print it; null where the column is null. */
export type ErpRow = Readonly<Record<string, string | null>>;

/** The ERP answered, and what it said is that it won't take the query: a wrong mapping, say. Asking again doesn't help. */
export class ErpStatementError extends Error {
  constructor(cause: Error) {
    super(`the ERP refused the query: ${cause.message}`, { cause });
  }
}

/** Whom the ERP takes us for. */
export interface ErpIdentity {
  version: string;
  database: string;
  login: string;
}

/** How to reach an ERP on a server. */
export interface ErpServer {
  kind: 'mssql' | 'postgres';
  host: string;
  port: number | undefined;
  /** A named SQL Server instance, found through the SQL Server Browser instead of a port. */
  instance: string | undefined;
  database: string;
  user: string;
  password: string;
  encrypt: boolean;
  trustServerCertificate: boolean;
  /** Tells SQL Server that we only read, so that a listener can send us to a readable secondary. */
  readOnlyIntent: boolean;
  poolMax: number;
}

export type ErpDialectName = 'mssql' | 'postgres';

/**
 * What the portal asks of any ERP. Reads only: an adapter has no other verb.
 *
 * A signal that fires ends the call at once with the signal's reason and has the server give up the query.
 */
export interface Erp {
  readonly kind: 'mssql' | 'postgres' | 'embedded';
  readonly dialect: ErpDialectName;

  /** All rows of one SELECT. A parameter that is a ColumnValue is sent as what that column is, once `describe` has told. */
  read(query: ErpQuery, signal: AbortSignal): Promise<ErpRow[]>;

  /** The rows of one SELECT as they arrive, read no faster than they are consumed. */
  stream(query: ErpQuery, signal: AbortSignal): AsyncIterable<ErpRow>;

  /** Who are you, and whom do you take us for? */
  identify(signal: AbortSignal): Promise<ErpIdentity>;

  /** The columns that a SELECT gives, found out without running it. */
  describe(select: string, signal: AbortSignal): Promise<ErpColumn[]>;

  /** What our login could change there; nothing where it can only read. */
  writes(signal: AbortSignal): Promise<WritePrivilege[]>;

  /** Its connections; null as long as there is no pool. */
  poolState(): PoolState | null;

  close(): Promise<void>;
}

/** The promise's result, or the signal's reason as soon as it fires. What comes too late is handed to `late`. */
export function rejectOnAbort<T>(
  promise: Promise<T>,
  signal: AbortSignal,
  late: (value: T) => void = () => {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      promise.then(late, () => {});
      reject(signal.reason);
    };
    if (signal.aborted) return onAbort();
    promise.then(resolve, reject).finally(whenAborted(signal, onAbort));
  });
}
