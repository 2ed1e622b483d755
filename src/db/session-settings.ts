import pg from 'pg';
import { isAboutPrepared } from '../shared/prepared-failure.js';
import { nameOfPrepared } from './prepared-statements.js';

/** The driver's client, with what its types leave out. */
type Session = { processID: number | null };
/** The parameters of a startup message. */
type StartupParameters = Record<string, string>;
const { getStartupConf } = pg.Client.prototype as unknown as { getStartupConf(): StartupParameters };

/**
 * Settings in the startup message. A connection pooler keeps these for each of its clients, whatever server connection a
 * transaction gets, whereas a SET would be lost there, or left behind for another client.
 */
const STARTUP: StartupParameters = {
  DateStyle: 'ISO, YMD',
  TimeZone: 'UTC',
  standard_conforming_strings: 'on',
};

/** Settings that poolers refuse in the startup message. They are made once connected, but not behind a pooler. */
const DIRECT = {
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  default_transaction_isolation: 'read committed',
};

/**
 * The schema of our tables: the first in the search path that has them, or the one that new tables would go to. The
 * search path is then this schema alone, so that nothing in another schema takes the place of a table.
 */
const SCHEMA = `coalesce(
  (select s.name from unnest(current_schemas(false) || 'public'::name) with ordinality as s (name, place)
   where (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = s.name and c.relname in ('portal_user', 'migrations', 'audit_entry')) = 3
   order by s.place limit 1),
  current_schema(), 'public')`;

type Query = (...parameters: unknown[]) => unknown;

/**
 * The driver's client, with settings that our SQL depends on, however the database or the login is set. Statements that
 * are marked for it are prepared, unless a connection pooler could give each of them another server connection.
 */
export class SessionClient extends pg.Client {
  /** Whether the connection is known to lead directly to the server. */
  isDirect = false;

  constructor(config: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as Query;
    const prepare: Query = (text, ...others) => {
      const name = this.isDirect && typeof text === 'string' ? nameOfPrepared(text) : undefined;
      if (name === undefined) return query(text, ...others);
      const answer = query({ name, text }, ...others);
      if (!(answer instanceof Promise)) return answer;
      return answer.catch((error: unknown) => {
        if (!isAboutPrepared(error)) throw error;
        this.isDirect = false;
        return query(text, ...others);
      });
    };
    this.query = prepare as typeof this.query;
  }

  getStartupConf(): StartupParameters {
    return { ...getStartupConf.call(this), ...STARTUP };
  }
}

/**
 * Makes the settings that aren't in the startup message. The query is sent before any other of the connection; nothing
 * waits for it.
 */
export function onConnect(client: pg.Client): void {
  const { processID } = client as pg.Client & Session;
  const isPooled = `pg_backend_pid() <> ${processID ?? 0}`;
  const settings = Object.entries(DIRECT).map(([name, value]) => `set_config('${name}', '${value}', pooled)`);
  // Behind a pooler, `pooled` makes them end with this statement.
  const sql = `select not pooled as direct, ${settings.join(', ')},
      set_config('search_path', quote_ident(${SCHEMA}) || ', pg_temp', pooled)
    from (select ${isPooled} as pooled) as connection`;
  client
    .query<{ direct: boolean }>(sql)
    .then(({ rows: [row] }) => {
      if (client instanceof SessionClient) client.isDirect = row?.direct === true;
    })
    .catch(() => client.end());
}

interface Found {
  DateStyle: string;
  strings: string;
  isolation: string;
  path: string | null;
  schema: string;
  role: string;
  database: string;
}

/**
 * Checks the settings of a connection. Only behind a pooler can one be wrong.
 *
 * @throws Error saying what was found, what is wanted, and the statement that sets it
 */
export async function assertSessionSettings(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<Found>(
    `select current_setting('DateStyle') as "DateStyle", current_setting('standard_conforming_strings') as strings,
       current_setting('default_transaction_isolation') as isolation, current_schema() as path, ${SCHEMA} as schema,
       quote_ident(current_user) as role, quote_ident(current_database()) as database`,
  );
  const [found] = rows;
  if (!found) return;
  const { role, database, schema } = found;
  const problems = [
    ['DateStyle', found.DateStyle, STARTUP['DateStyle'], found.DateStyle.startsWith('ISO')],
    ['standard_conforming_strings', found.strings, 'on', found.strings === 'on'],
    [
      'default_transaction_isolation',
      found.isolation,
      'read committed',
      found.isolation === 'read committed',
    ],
    ['search_path', found.path, schema, found.path === schema],
  ] as const;
  const wrong = problems.filter(([, , , isRight]) => !isRight);
  if (wrong.length === 0) return;
  throw new Error(
    [
      'Portico is behind a connection pooler, which does not pass on all settings of a connection. Wanted on the server:',
      ...wrong.map(
        ([name, is, wanted]) =>
          `  alter role ${role} in database ${database} set ${name} = '${wanted}';  -- found ${is ?? 'none'}`,
      ),
      'They apply to new connections: then have the pooler reconnect.',
    ].join('\n'),
  );
}
