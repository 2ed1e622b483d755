/** What helps to find a mistake and holds no values: of ours, of PostgreSQL's driver and of SQL Server's. */
const TOLD = [
  'type',
  'message',
  'stack',
  'code',
  'query',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
  'number',
  'state',
  'class',
  'syscall',
  'status',
];

/**
 * An error for the log. Of what it carries along only what is known to be harmless: a failed query has its parameters and
 * the row that it failed on, which can hold password hashes, and an error of GraphQL has the document.
 *
 * @param error as pino's own serializer gives it
 */
export function safeErrorFields<Serialized extends object>(error: Serialized): object {
  const given = error as Record<string, unknown>;
  return Object.fromEntries(TOLD.filter((name) => name in given).map((name) => [name, given[name]]));
}
