import type { Connection, Submittable } from 'pg';
import type { PostgresSession } from './postgres-session.js';

/** A query of the driver: it writes its own messages, and gets the messages of the server's answer. */
type DriverQuery = Submittable & {
  handleDataRow(message: { fields: (string | null)[] }): void;
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

/** A prepared statement is planned for its values: what is right for a small customer takes long for a large one. */
const PREPARED_SETTINGS = { ...SETTINGS, plan_cache_mode: 'force_custom_plan' };

/**
 * Sends settings ahead of a query: in the same packet, so that it costs no round trip, and in the same transaction, so
 * that the query can't run without them and nothing of them stays on the connection. Behind a connection pooler, the
 * next transaction on the same server connection may be another program's.
 *
 * @param session of the connection: whether settings can be prepared on it
 * @param timeoutMs when the server should give up; null for its own timeout, which also applies if it is shorter
 */
export function withSettings<Query>(
  query: Query & Submittable,
  { session, timeoutMs }: { session: PostgresSession; timeoutMs: number | null },
): Query & Submittable {
  const sent = query as unknown as DriverQuery;
  const { submit, handleDataRow, handleCommandComplete } = sent;
  let applied = false;
  return Object.assign(query, {
    submit: (connection: Connection) => {
      connection.stream.cork();
      try {
        session.closeUnused(connection);
        sendSettings(connection, session, timeoutMs);
        return submit.call(query, connection);
      } finally {
        connection.stream.uncork();
      }
    },
    handleDataRow: (message: { fields: (string | null)[] }) => {
      if (applied) handleDataRow.call(query, message);
      else session.learn(message.fields[0] ?? null, message.fields[1] ?? null);
    },
    handleCommandComplete: (message: unknown, connection: Connection) => {
      if (applied) handleCommandComplete.call(query, message, connection);
      applied = true;
    },
  });
}

const NAME = 'portico_settings';

function sendSettings(connection: Connection, session: PostgresSession, timeoutMs: number | null): void {
  const name = session.canPrepare ? NAME : '';
  if (!session.hasSettings) {
    // The server may have it from a query that failed, and would refuse it.
    if (name) connection.close({ type: 'S', name }, true);
    connection.parse({ name, text: name ? PREPARED : UNPREPARED, types: [] }, true);
  }
  connection.bind({ statement: name, values: [timeoutMs === null ? null : `${timeoutMs} ms`] }, true);
  connection.execute({}, true);
}

const UNPREPARED = settingsStatement(SETTINGS);
const PREPARED = settingsStatement(PREPARED_SETTINGS);

/** What the session learns of the server comes first. All settings last until the end of the transaction. */
function settingsStatement(settings: Record<string, string>): string {
  const fixed = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  const own = "current_setting('statement_timeout')";
  const ownApplies = `$1::text is null or (${own}::interval > '0' and ${own}::interval < $1::text::interval)`;
  return `select pg_backend_pid(), current_setting('server_version_num'), ${fixed.join(', ')},
    set_config('statement_timeout', case when ${ownApplies} then ${own} else $1::text end, true)`;
}
