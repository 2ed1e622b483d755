import { createHash } from 'node:crypto';

/** The names of the statements that are prepared, by their text. */
const names = new Map<string, string>();

/**
 * Marks a statement of the local database that nearly every request sends. The server plans it once for a connection, and
 * not each time: see SessionClient. It must be a constant, because the server keeps each of them.
 *
 * @returns the statement
 */
export function prepared(sql: string): string {
  // The name depends on the text, so that it can't stand for another statement.
  names.set(sql, `portico_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`);
  return sql;
}

/** The name under which a statement is prepared; undefined if it isn't. */
export function nameOfPrepared(sql: string): string | undefined {
  return names.get(sql);
}
