import type { Connection, Submittable } from 'pg';

/** A query of the driver: it writes its own messages, and gets the messages of the server's answer. */
type DriverQuery = Submittable & {
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
};

/** What every query can rely on, however the server, the database or the login is set. */
const SETTINGS = {
  transaction_read_only: 'on',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
};

const FIXED = Object.entries(SETTINGS)
  .map(([name, value]) => `set_config('${name}', '${value}', true)`)
  .join(', ');
const TIMEOUT = "current_setting('statement_timeout')";

/**
 * Sends settings ahead of a query: in the same packet, so that it costs no round trip, and in the same transaction, so
 * that the query can't run without them and nothing of them stays on the connection. Behind a connection pooler, the
 * next transaction on the same server connection may be another program's.
 *
 * @param timeoutMs when the server should give up; null for its own timeout, which also applies if it is shorter
 */
export function withSettings<Query>(
  query: Query & Submittable,
  timeoutMs: number | null,
): Query & Submittable {
  const sent = query as unknown as DriverQuery;
  const { submit, handleDataRow, handleCommandComplete } = sent;
  let applied = false;
  return Object.assign(query, {
    submit: (connection: Connection) => {
      connection.stream.cork();
      try {
        connection.parse({ name: '', text: settingsStatement(timeoutMs), types: [] }, true);
        connection.bind({}, true);
        connection.execute({}, true);
        return submit.call(query, connection);
      } finally {
        connection.stream.uncork();
      }
    },
    handleDataRow: (message: unknown) => {
      if (applied) handleDataRow.call(query, message);
    },
    handleCommandComplete: (message: unknown, connection: Connection) => {
      if (applied) handleCommandComplete.call(query, message, connection);
      applied = true;
    },
  });
}

/** All of it lasts until the end of the transaction. */
function settingsStatement(timeoutMs: number | null): string {
  if (timeoutMs === null) return `select ${FIXED}`;
  const isShorter = `${TIMEOUT}::interval > '0' and ${TIMEOUT}::interval < '${timeoutMs} ms'`;
  const timeout = `set_config('statement_timeout', case when ${isShorter} then ${TIMEOUT} else '${timeoutMs}' end, true)`;
  return `select ${FIXED}, ${timeout}`;
}
