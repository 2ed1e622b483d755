import type { ErpRow } from './erp.js';
import { listed, NAMED } from './writes-list.js';

type Read = (sql: string) => Promise<ErpRow[]>;

/** Roles of the server's own that write; older servers lack some. */
const ROLES = ['pg_write_all_data', 'pg_write_server_files', 'pg_execute_server_program'];
const SUPERUSER = 'it is a superuser';
const OWNS = 'it owns the database';
const RIGHTS = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'];
/** Those that can be granted on single columns as well. */
const BY_COLUMN = ['INSERT', 'UPDATE'];

/**
 * What a login could change on PostgreSQL, each in a few words, also by becoming another role. CREATE on a schema isn't
 * counted: before PostgreSQL 15 everybody had it on "public".
 */
export async function postgresWrites(read: Read): Promise<string[]> {
  const [row = {}] = await read(GENERAL);
  if (row['superuser'] === row['login']) return [SUPERUSER];
  if (row['superuser']) return [`it is a member of ${row['superuser']}`];
  const general = [
    ...(row['owner'] === 't' ? [OWNS] : []),
    ...ROLES.filter((role) => row[role] === 't').map((role) => `it is a member of ${role}`),
  ];
  if (row['pg_write_all_data'] === 't') return general;
  return [...general, ...listed(await read(OBJECTS), inWords, 'tables and views')];
}

function inWords(object: ErpRow): string {
  if (object['owner'] === 't') return `it owns ${object['object']}`;
  return `it may ${RIGHTS.filter((right) => object[right] === 't').join(', ')} ${object['object']}`;
}

/** The statement that would take such a right away, where there is a plain one; empty where there isn't. */
export function postgresMend(
  write: string,
  { login, database }: { login: string; database: string },
): string {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  if (write === SUPERUSER) return `alter role ${quoted(login)} nosuperuser`;
  if (write === OWNS) return `alter database ${quoted(database)} owner to postgres`;
  const [, role] = /^it is a member of (.+)$/.exec(write) ?? [];
  if (role) return `revoke ${quoted(role)} from ${quoted(login)}`;
  const [, owned] = /^it owns (.+)$/.exec(write) ?? [];
  if (owned) return `alter table ${owned} owner to postgres`;
  const [, rights = '', object] = /^it may ([A-Z, ]+) (.+)$/.exec(write) ?? [];
  return object ? `revoke ${rights.toLowerCase()} on ${object} from ${quoted(login)}` : '';
}

/** The login's own role, and those that it could become. */
const MINE = "pg_roles where pg_has_role(oid, 'MEMBER')";

const GENERAL = `select current_user as login,
  (select rolname from ${MINE} and rolsuper order by rolname <> current_user, rolname limit 1) as superuser,
  exists (select from pg_database where datname = current_database() and pg_has_role(datdba, 'MEMBER')) as owner,
  ${ROLES.map((role) => `exists (select from ${MINE} and rolname = '${role}') as ${role}`).join(', ')}`;

const held = (right: string) => {
  const has = BY_COLUMN.includes(right) ? 'has_any_column_privilege' : 'has_table_privilege';
  return `exists (select from ${MINE} and ${has}(pg_roles.oid, c.oid, '${right}')) as "${right}"`;
};

const OBJECTS = `
  select held.*, count(*) over () as total
  from (
    select format('%I.%I', n.nspname, c.relname) as object, pg_has_role(c.relowner, 'MEMBER') as owner,
      ${RIGHTS.map(held).join(', ')}
    from pg_class as c
    join pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'f')
      and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
  ) as held
  where held.owner or ${RIGHTS.map((right) => `held."${right}"`).join(' or ')}
  order by held.object
  limit ${NAMED}`;
