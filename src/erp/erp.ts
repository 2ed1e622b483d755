import type { PoolState } from '../shared/pool-state.js';

/** A statement and its parameters, as a query builder compiles them. */
export interface ErpQuery {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A value to compare with a column of the mapping. An adapter sends it as that column's type. */
export class ColumnValue {
  /** @param column null if the ERP has not described the column */
  constructor(
    readonly column: ErpColumn | null,
    readonly text: string,
  ) {}

  toString(): string {
    return this.text;
  }
}

/** Many values to compare with one column, packed into one parameter. The dialect's SQL unpacks it. */
export class ColumnValueList {
  constructor(readonly texts: readonly string[]) {}
}

/** The type of a column, only as precise as the portal needs. */
export type ErpColumnType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'float'
  | 'date'
  | 'timestamp'
  /** One that can't hold every millisecond. */
  | 'coarse timestamp'
  | 'zoned timestamp'
  | 'other';

/** The table column that a column of a SELECT comes from. */
export interface ErpColumnSource {
  schema: string;
  table: string;
  column: string;
}

/** A column that a SELECT returns. */
export interface ErpColumn {
  name: string;
  type: ErpColumnType;
  /** As the server would declare it, such as varchar(40). */
  declared: string;
  /**
   * Whether the values have a fixed length, as in char(10). The server fills them up with blanks, which are no part of
   * the value.
   */
  padded: boolean;
  /** False only if the server says that the column is never null. */
  nullable: boolean;
  /** How SQL Server compares the column's texts; left out if it doesn't say. */
  collation?: string;
  /** The number of the code page of a varchar column on SQL Server; left out if the server doesn't say. */
  codePage?: number;
  /** The code page in which SQL Server's driver writes varchar, by iconv's name; left out if the driver can't. */
  sentCodePage?: string;
  /** Left out if the column is computed, or the server doesn't say. */
  source?: ErpColumnSource;
}

/** A privilege by which a login could change something. */
export interface WritePrivilege {
  /** In a few words, such as: it is a member of db_owner. */
  what: string;
  /** The statement that would revoke it; null if there is no simple one. */
  mend: string | null;
}

/** A row as text, exactly as the ERP formats it; null if the column is null. */
export type ErpRow = Readonly<Record<string, string | null>>;

/** Some rows of a stream, at least one and at most MAX_BATCH_ROWS. */
export type ErpBatch = readonly ErpRow[];
export const MAX_BATCH_ROWS = 500;

/** The ERP answered that it refuses the query, for example because of a wrong mapping. A retry doesn't help. */
export class ErpStatementError extends Error {
  /** @param reasons what the server said before the last error, such as which column a view lacks */
  constructor(cause: Error, reasons: readonly string[] = []) {
    super(`the ERP refused the query: ${[...reasons, cause.message].join(' ')}`, { cause });
  }
}

/** The code of the error for a connection that the settings want encrypted and the ERP's server doesn't encrypt. */
export const NOT_ENCRYPTED = 'ENOTENCRYPTED';

/** How a connection is protected, as seen on its socket. */
export type ConnectionSecurity =
  | 'none'
  | {
      /** Such as TLSv1.3. */
      protocol: string;
      cipher: string;
      /** Whether the server's certificate is trusted and names this server. */
      verified: boolean;
    };

/** What the ERP says about itself, and the login that it knows us by. */
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
  /** `strict` is TLS before the first byte of the protocol (TDS 8, SQL Server only), and always verifies. */
  encrypt: boolean | 'strict';
  trustServerCertificate: boolean;
  /** Tells SQL Server that we only read, so that a listener can route us to a readable secondary. */
  readOnlyIntent: boolean;
  /** The isolation level on SQL Server, by default `readcommitted`; other servers have no need of one. */
  isolation?: ErpIsolation;
  /** The maximum number of connections. */
  poolMax: number;
}

/** How reads on SQL Server behave towards concurrent writes. */
export const ERP_ISOLATIONS = ['readcommitted', 'snapshot', 'readuncommitted'] as const;
export type ErpIsolation = (typeof ERP_ISOLATIONS)[number];

/** The SQL dialects that an ERP can speak. */
export type ErpDialectName = 'mssql' | 'postgres';

/**
 * What the portal needs of any ERP. Every method only reads: an adapter has no method that writes.
 *
 * If the signal fires, a call rejects at once with the signal's reason, and the query is cancelled on the server.
 */
export interface Erp {
  readonly kind: 'mssql' | 'postgres' | 'embedded';
  readonly dialect: ErpDialectName;

  /** All rows of one SELECT. A ColumnValue is sent as its column's type. */
  read(query: ErpQuery, signal: AbortSignal): Promise<ErpRow[]>;

  /**
   * The rows of one SELECT in batches as they arrive, read no faster than they are consumed. If the consumer stops early,
   * the query is cancelled on the server; if the signal fires, even while the consumer takes no rows.
   *
   * @param freed called once its connection can serve another query, which may be a moment after the end
   */
  stream(query: ErpQuery, signal: AbortSignal, freed?: () => void): AsyncGenerator<ErpBatch, void, undefined>;

  /** Asks the ERP for its version and database, and for the login that it knows us by. */
  identify(signal: AbortSignal): Promise<ErpIdentity>;

  /** The columns that a SELECT returns, found without reading its rows. */
  describe(select: string, signal: AbortSignal): Promise<ErpColumn[]>;

  /**
   * The privileges by which our login could change something, in parts, each of a few quick queries: first those on the
   * server and the database and on what these SELECTs read, then those on everything else that our login can see.
   *
   * @param deadline called for each query
   */
  writePrivileges(selects: readonly string[], deadline: () => AbortSignal): AsyncIterable<WritePrivilege[]>;

  /** How the latest connection is protected; null as long as there was none. */
  security(): ConnectionSecurity | null;

  /** The state of the connection pool; null as long as there is none. */
  poolState(): PoolState | null;

  close(): Promise<void>;
}
