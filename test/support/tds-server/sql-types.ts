/** The types that the server can send and take. */
export type SqlType =
  | { name: 'bit' | 'tinyint' | 'smallint' | 'int' | 'bigint' | 'date' | 'datetime' }
  | { name: 'decimal'; precision: number; scale: number }
  | { name: 'datetime2'; scale: number }
  | { name: 'char' | 'varchar' | 'nchar' | 'nvarchar' | 'varbinary'; length: number | 'max' };

/** A value as the server would print it, bytes as hexadecimal digits; null is NULL. */
export type SqlValue = string | null;

export interface Column {
  name: string;
  type: SqlType;
  /** True unless given. */
  nullable?: boolean;
}

/** A parameter, whose name has no @. */
export interface Parameter extends Column {
  value: SqlValue;
}

/** One statement with what its parameters hold. */
export interface Statement {
  sql: string;
  parameters: Parameter[];
}

/** What a statement gives. A statement that gives no rows has no columns. */
export interface ResultSet {
  columns: Column[];
  rows: Iterable<SqlValue[]> | AsyncIterable<SqlValue[]>;
}

/** Whom a connection belongs to, and what it has set. */
export interface Session {
  login: string;
  database: string;
  /** Such as lock_timeout: 1000. */
  settings: Record<string, string>;
}

/** What stands behind the server: a script of a test, or the demo stock. @throws SqlError for the client to see */
export type Answer = (statement: Statement, session: Session) => Promise<ResultSet> | ResultSet;

/** An error as the server tells it, MS-TDS 2.2.7.10. */
export class SqlError extends Error {
  /** Those that come before it, of which it is the consequence. */
  preceding: readonly SqlError[] = [];

  constructor(
    readonly number: number,
    message: string,
    /** Severity: 11 to 16 are about the statement, 20 and above end the connection. */
    readonly severity = 16,
    readonly state = 1,
  ) {
    super(message);
  }
}

/** What the server says where it lets nobody in: often the reason, and then that the login failed. */
export class LoginRefused extends Error {
  constructor(readonly errors: readonly SqlError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

/** The server chose this one of two that waited for each other. */
export function deadlockVictim(): SqlError {
  return new SqlError(
    1205,
    'Transaction (Process ID 51) was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction.',
    13,
    51,
  );
}
