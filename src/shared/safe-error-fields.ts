/** Fields that help to find the cause and hold no values: of our errors, of PostgreSQL's driver and of SQL Server's. */
const SAFE_FIELDS = [
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
 * An error for the log, with only those fields that are known to be harmless. A failed query also carries its
 * parameters and the row it failed on, which can contain password hashes. A GraphQL error also carries the document.
 *
 * @param error the output of pino's own error serializer
 */
export function safeErrorFields<Serialized extends object>(error: Serialized): object {
  const all = error as Record<string, unknown>;
  return Object.fromEntries(SAFE_FIELDS.filter((name) => name in all).map((name) => [name, all[name]]));
}
