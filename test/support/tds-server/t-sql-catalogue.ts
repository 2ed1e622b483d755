import { SERVER_VERSION } from './prelogin.js';

const SERVER_PROPERTIES = {
  ProductVersion: `${SERVER_VERSION.major}.${SERVER_VERSION.minor}.${SERVER_VERSION.build}.0`,
  ProductLevel: 'SP2',
  Edition: 'Developer Edition (64-bit)',
};

const sqlFunction = (head: string, body: string) =>
  `create function tsql.${head} language sql stable return ${body}`;
const view = (name: string, select: string) => `create view sys.${name} as ${select}`;
const name = (column: string) => `${column}::text::tsql.nvarchar`;

/** Schemas of the stock, and nothing of the engine's own or of what imitates SQL Server. */
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'sys', 'tsql')`;
const RELATIONS = `pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace and ${OURS}`;
const ATTRIBUTES = `pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;
const INDEXES = `pg_catalog.pg_index as x join (${RELATIONS}) on c.oid = x.indrelid`;

/** The catalogue views of SQL Server over PostgreSQL's own, as far as the portal asks them. */
const VIEWS: readonly string[] = [
  view(
    'schemas',
    `select n.oid::int as schema_id, ${name('n.nspname')} as name from pg_catalog.pg_namespace as n where ${OURS}`,
  ),
  view(
    'objects',
    `select c.oid::int as object_id, n.oid::int as schema_id, ${name('c.relname')} as name, 0 as is_ms_shipped,
       (case c.relkind when 'v' then 'V' else 'U' end)::tsql.varchar as type
     from ${RELATIONS} where c.relkind in ('r', 'v')`,
  ),
  view(
    'columns',
    `select c.oid::int as object_id, a.attnum::int as column_id, ${name('a.attname')} as name
     from ${RELATIONS} join ${ATTRIBUTES} where c.relkind in ('r', 'v')`,
  ),
  // What a primary key makes is SQL Server's clustered index, unless told otherwise.
  view(
    'indexes',
    `select c.oid::int as object_id, x.indexrelid::int as index_id, ${name('i.relname')} as name,
       case when x.indisprimary then 1 else 2 end as type, 0 as is_disabled, 0 as is_hypothetical,
       (x.indpred is not null)::int as has_filter
     from ${INDEXES} join pg_catalog.pg_class as i on i.oid = x.indexrelid`,
  ),
  view(
    'index_columns',
    `select c.oid::int as object_id, x.indexrelid::int as index_id, key.number::int as column_id,
       key.place::int as key_ordinal
     from ${INDEXES} cross join lateral unnest(x.indkey::int2[]) with ordinality as key(number, place)`,
  ),
  view(
    'databases',
    `select tsql.db_name() as name, 1 as snapshot_isolation_state, 1 as is_read_committed_snapshot_on`,
  ),
  view(
    'dm_exec_sessions',
    `select 51 as session_id, (session->>'lock_timeout')::int as lock_timeout,
       case session->>'deadlock_priority' when 'low' then -5 else 0 end as deadlock_priority,
       case session->>'isolation' when 'read uncommitted' then 1 when 'snapshot' then 5 else 2 end
         as transaction_isolation_level
     from (select nullif(current_setting('tsql.session', true), '')::json as session) as own`,
  ),
  view(
    'database_permissions',
    `select 1 as class, c.oid::int as major_id, a.attnum::int as minor_id,
       held.permission::tsql.nvarchar as permission_name, 'G'::tsql.varchar as state
     from tsql.login_right as held
     join (${RELATIONS}) on held.securable = concat(n.nspname, '.', c.relname)
     join ${ATTRIBUTES} and a.attname = held.column_name`,
  ),
];

/** What SQL Server tells of itself and of what it holds. It wants the functions of t-sql-rights.ts before it. */
export function catalogue(collation: string): string[] {
  const properties = Object.entries(SERVER_PROPERTIES).map(([key, value]) => `when '${key}' then '${value}'`);
  return [
    'create schema sys',
    ...VIEWS,
    sqlFunction(
      'quotename(name tsql.nvarchar) returns tsql.nvarchar',
      "('[' || replace($1::text, ']', ']]') || ']')::tsql.nvarchar",
    ),
    sqlFunction(
      'object_id(name tsql.nvarchar, type tsql.nvarchar default null) returns int',
      `(select object_id from sys.objects where object_id = pg_catalog.to_regclass(translate($1::text, '[]', '""'))::oid::int
          and ($2 is null or objects.type::text = $2::text))`,
    ),
    sqlFunction('convert(value tsql.nvarchar) returns tsql.nvarchar', '$1'),
    sqlFunction(
      'serverproperty(property tsql.nvarchar) returns tsql.nvarchar',
      `(case $1::text ${properties.join(' ')} end)::tsql.nvarchar`,
    ),
    sqlFunction(
      'databasepropertyex(database tsql.nvarchar, property tsql.nvarchar) returns tsql.nvarchar',
      `(case $2::text when 'Collation' then '${collation}' end)::tsql.nvarchar`,
    ),
    // Filled just before it is asked.
    'create table tsql.described (name text, source_schema text, source_table text, source_column text)',
    `create function sys.dm_exec_describe_first_result_set(tsql tsql.nvarchar, params tsql.nvarchar, browse int)
       returns table (name tsql.nvarchar, is_hidden int, source_database tsql.nvarchar,
         source_schema tsql.nvarchar, source_table tsql.nvarchar, source_column tsql.nvarchar)
       language sql stable as $$ select name, 0, tsql.db_name(), source_schema, source_table, source_column
         from tsql.described $$`,
  ];
}
