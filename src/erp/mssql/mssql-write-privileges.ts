import { describePrivileges, MAX_NAMED, type Read } from '../describe-privileges.js';
import type { ErpRow, WritePrivilege } from '../erp.js';
import { quotedName } from '../quoted-name.js';

const WRITE_RIGHTS = ['INSERT', 'UPDATE', 'DELETE', 'ALTER', 'CONTROL'];
const CREATE_RIGHTS = ['CREATE TABLE', 'CREATE VIEW', 'CREATE PROCEDURE', 'CREATE FUNCTION', 'CREATE SCHEMA'];
/** Fixed roles and permissions that allow a change, or let their holder gain a permission that does. */
const SERVER_ROLES = ['sysadmin', 'securityadmin', 'serveradmin', 'setupadmin', 'dbcreator', 'bulkadmin'];
const SERVER_RIGHTS = ['CONTROL SERVER', 'ALTER ANY LOGIN', 'ALTER ANY DATABASE', 'IMPERSONATE ANY LOGIN'];
const DATABASE_ROLES = ['db_owner', 'db_securityadmin', 'db_accessadmin', 'db_ddladmin', 'db_datawriter'];
const ESCALATION_RIGHTS = ['TAKE OWNERSHIP', 'ALTER ANY SCHEMA', 'ALTER ANY ROLE', 'ALTER ANY USER'];
/** EXECUTE on the whole database includes the procedures that write. */
const DATABASE_RIGHTS = [...WRITE_RIGHTS, 'EXECUTE', ...CREATE_RIGHTS, ...ESCALATION_RIGHTS];
/** The user that the owner of a database has in it. */
const OWNER = 'dbo';

/** What a role or permission implies, so that it needn't be reported as well. */
const IMPLIED: Record<string, readonly string[]> = {
  sysadmin: [...SERVER_ROLES, ...SERVER_RIGHTS, OWNER, ...DATABASE_ROLES, ...DATABASE_RIGHTS],
  'CONTROL SERVER': [...SERVER_RIGHTS, OWNER, ...DATABASE_ROLES, ...DATABASE_RIGHTS],
  [OWNER]: [...DATABASE_ROLES, ...DATABASE_RIGHTS],
  db_owner: DATABASE_RIGHTS,
  db_securityadmin: ['ALTER ANY ROLE'],
  db_accessadmin: ['ALTER ANY USER'],
  db_ddladmin: ['ALTER', ...CREATE_RIGHTS, 'ALTER ANY SCHEMA'],
  db_datawriter: ['INSERT', 'UPDATE', 'DELETE'],
  CONTROL: DATABASE_RIGHTS,
  ALTER: [...CREATE_RIGHTS, ...ESCALATION_RIGHTS],
};

/**
 * What a login could change on SQL Server. This takes at most three queries, which any login may run. Permissions on
 * single procedures and on other databases are not checked.
 */
export async function mssqlWritePrivileges(read: Read): Promise<WritePrivilege[]> {
  const [row = {}] = await read(GENERAL);
  const held = GENERAL_NAMES.filter((name) => row[name] === '1');
  const implied = new Set(held.flatMap((name) => IMPLIED[name]?.filter((other) => other !== name) ?? []));
  const general = held.filter((name) => !implied.has(name)).map((name) => generalPrivilege(name, row));
  const remaining = WRITE_RIGHTS.filter((right) => !held.includes(right) && !implied.has(right));
  // If the login may change the data of all tables, single tables needn't be checked.
  if (!remaining.some((right) => ['INSERT', 'UPDATE', 'DELETE'].includes(right))) return general;

  const user = quoted(row['user_name']);
  const objects = await read(objectsQuery(remaining));
  const columns = remaining.includes('UPDATE') ? await read(COLUMNS) : [];
  return [
    ...general,
    ...describePrivileges(objects, (object) => objectPrivilege(object, user), 'tables and views'),
    ...describePrivileges(columns, (column) => columnPrivilege(column, user), 'columns'),
  ];
}

const quoted = (name: string | null | undefined) => quotedName(name ?? '', 'mssql');

function generalPrivilege(name: string, row: ErpRow): WritePrivilege {
  const [login, user, database] = ['login_name', 'user_name', 'database_name'].map((key) => quoted(row[key]));
  if (name === OWNER) {
    return { what: 'it owns the database', mend: `alter authorization on database::${database} to [sa]` };
  }
  const revoke = `revoke ${name.toLowerCase()} from`;
  if (SERVER_RIGHTS.includes(name))
    return { what: `it has ${name} on the server`, mend: `${revoke} ${login}` };
  if (DATABASE_RIGHTS.includes(name))
    return { what: `it has ${name} on the database`, mend: `${revoke} ${user}` };
  const [kind, member] = SERVER_ROLES.includes(name) ? ['server role', login] : ['role', user];
  return { what: `it is a member of ${name}`, mend: `alter ${kind} ${quoted(name)} drop member ${member}` };
}

function objectPrivilege(row: ErpRow, user: string): WritePrivilege {
  const { object } = row;
  const held = WRITE_RIGHTS.filter((right) => row[right] === '1');
  const rights = held.includes('CONTROL') ? 'CONTROL' : held.join(', ');
  return {
    what: `it may ${rights} ${object}`,
    mend: `revoke ${rights.toLowerCase()} on ${object} from ${user}`,
  };
}

function columnPrivilege({ column, object }: ErpRow, user: string): WritePrivilege {
  return {
    what: `it may UPDATE the column ${column} of ${object}`,
    mend: `revoke update on ${object} (${column}) from ${user}`,
  };
}

const GENERAL_NAMES = [...SERVER_ROLES, ...SERVER_RIGHTS, OWNER, ...DATABASE_ROLES, ...DATABASE_RIGHTS];

/** The result is null for a role that the server doesn't have, or a permission that it doesn't know. */
const GENERAL = `select ${[
  'suser_sname() as login_name, user_name() as user_name, db_name() as database_name',
  ...SERVER_ROLES.map((role) => `is_srvrolemember('${role}') as [${role}]`),
  ...SERVER_RIGHTS.map((right) => `has_perms_by_name(null, null, '${right}') as [${right}]`),
  `case when user_name() = '${OWNER}' then 1 else 0 end as [${OWNER}]`,
  ...DATABASE_ROLES.map((role) => `is_rolemember('${role}') as [${role}]`),
  ...DATABASE_RIGHTS.map(
    (right) => `has_perms_by_name(quotename(db_name()), 'DATABASE', '${right}') as [${right}]`,
  ),
].join(', ')}`;

const NAME = "concat(quotename(s.name), '.', quotename(o.name))";
const LIMIT = `offset 0 rows fetch next ${MAX_NAMED} rows only`;

/** Queries the tables and views that the login can see. It sees those on which it has any permission. */
const objectsQuery = (rights: readonly string[]) => `
  select held.*, count(*) over () as total
  from (
    select ${NAME} as object,
      ${rights.map((right) => `has_perms_by_name(${NAME}, 'OBJECT', '${right}') as [${right}]`).join(', ')}
    from sys.objects as o
    join sys.schemas as s on s.schema_id = o.schema_id
    where o.type in ('U', 'V') and o.is_ms_shipped = 0
  ) as held
  where 1 in (${rights.map((right) => `held.[${right}]`).join(', ')})
  order by held.object ${LIMIT}`;

/** Checks only columns on which a permission was granted, because checking every column would take long. */
const COLUMNS = `
  select ${NAME} as object, quotename(c.name) as [column], count(*) over () as total
  from sys.database_permissions as p
  join sys.objects as o on o.object_id = p.major_id
  join sys.schemas as s on s.schema_id = o.schema_id
  join sys.columns as c on c.object_id = p.major_id and c.column_id = p.minor_id
  where p.class = 1 and p.permission_name = 'UPDATE' and p.state in ('G', 'W')
    and has_perms_by_name(${NAME}, 'OBJECT', 'UPDATE') = 0
    and has_perms_by_name(${NAME}, 'OBJECT', 'UPDATE', c.name, 'COLUMN') = 1
  order by s.name, o.name, c.column_id ${LIMIT}`;
