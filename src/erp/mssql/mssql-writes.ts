import { describePrivileges, MAX_NAMED, type Read } from '../describe-privileges.js';
import type { ErpRow, WritePrivilege } from '../erp.js';
import { quotedName } from '../quoted-name.js';

const DATA = ['INSERT', 'UPDATE', 'DELETE', 'ALTER', 'CONTROL'];
const MAKING = ['CREATE TABLE', 'CREATE VIEW', 'CREATE PROCEDURE', 'CREATE FUNCTION', 'CREATE SCHEMA'];
/** Fixed roles and rights that change something, or let their holder take a right to. */
const SERVER_ROLES = ['sysadmin', 'securityadmin', 'serveradmin', 'setupadmin', 'dbcreator', 'bulkadmin'];
const SERVER_RIGHTS = ['CONTROL SERVER', 'ALTER ANY LOGIN', 'ALTER ANY DATABASE', 'IMPERSONATE ANY LOGIN'];
const DATABASE_ROLES = ['db_owner', 'db_securityadmin', 'db_accessadmin', 'db_ddladmin', 'db_datawriter'];
const TAKING = ['TAKE OWNERSHIP', 'ALTER ANY SCHEMA', 'ALTER ANY ROLE', 'ALTER ANY USER'];
/** EXECUTE on all procedures is the right to run those that write. */
const DATABASE_RIGHTS = [...DATA, 'EXECUTE', ...MAKING, ...TAKING];
/** Whoever owns a database is this user in it. */
const OWNER = 'dbo';

/** What follows from a role or a right, and needn't be said beside it. */
const IMPLIED: Record<string, readonly string[]> = {
  sysadmin: [...SERVER_ROLES, ...SERVER_RIGHTS, OWNER, ...DATABASE_ROLES, ...DATABASE_RIGHTS],
  'CONTROL SERVER': [...SERVER_RIGHTS, OWNER, ...DATABASE_ROLES, ...DATABASE_RIGHTS],
  [OWNER]: [...DATABASE_ROLES, ...DATABASE_RIGHTS],
  db_owner: DATABASE_RIGHTS,
  db_securityadmin: ['ALTER ANY ROLE'],
  db_accessadmin: ['ALTER ANY USER'],
  db_ddladmin: ['ALTER', ...MAKING, 'ALTER ANY SCHEMA'],
  db_datawriter: ['INSERT', 'UPDATE', 'DELETE'],
  CONTROL: DATABASE_RIGHTS,
  ALTER: [...MAKING, ...TAKING],
};

/**
 * What a login could change on SQL Server, each in a few words: three queries at most, which any login may ask. Not
 * looked at are rights on single procedures, and on other databases.
 */
export async function mssqlWrites(read: Read): Promise<WritePrivilege[]> {
  const [row = {}] = await read(GENERAL);
  const held = GENERAL_NAMES.filter((name) => row[name] === '1');
  const implied = new Set(held.flatMap((name) => IMPLIED[name]?.filter((other) => other !== name) ?? []));
  const general = held.filter((name) => !implied.has(name)).map((name) => generalWrite(name, row));
  const open = DATA.filter((right) => !held.includes(right) && !implied.has(right));
  // Who may change the data of all tables needn't be asked about each.
  if (!open.some((right) => ['INSERT', 'UPDATE', 'DELETE'].includes(right))) return general;

  const user = quoted(row['user_name']);
  const objects = await read(objectsQuery(open));
  const columns = open.includes('UPDATE') ? await read(COLUMNS) : [];
  return [
    ...general,
    ...describePrivileges(objects, (object) => objectWrite(object, user), 'tables and views'),
    ...describePrivileges(columns, (column) => columnWrite(column, user), 'columns'),
  ];
}

const quoted = (name: string | null | undefined) => quotedName(name ?? '', 'mssql');

function generalWrite(name: string, row: ErpRow): WritePrivilege {
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

function objectWrite(row: ErpRow, user: string): WritePrivilege {
  const { object } = row;
  const held = DATA.filter((right) => row[right] === '1');
  const rights = held.includes('CONTROL') ? 'CONTROL' : held.join(', ');
  return {
    what: `it may ${rights} ${object}`,
    mend: `revoke ${rights.toLowerCase()} on ${object} from ${user}`,
  };
}

function columnWrite({ column, object }: ErpRow, user: string): WritePrivilege {
  return {
    what: `it may UPDATE the column ${column} of ${object}`,
    mend: `revoke update on ${object} (${column}) from ${user}`,
  };
}

const GENERAL_NAMES = [...SERVER_ROLES, ...SERVER_RIGHTS, OWNER, ...DATABASE_ROLES, ...DATABASE_RIGHTS];

/** A role that a server doesn't have, or a right that it doesn't know, is null. */
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
const FIRST = `offset 0 rows fetch next ${MAX_NAMED} rows only`;

/** The tables and views that the login can see, which are those that it has any right to. */
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
  order by held.object ${FIRST}`;

/** Asking about each column of each table would take long: these are the ones that somebody granted. */
const COLUMNS = `
  select ${NAME} as object, quotename(c.name) as [column], count(*) over () as total
  from sys.database_permissions as p
  join sys.objects as o on o.object_id = p.major_id
  join sys.schemas as s on s.schema_id = o.schema_id
  join sys.columns as c on c.object_id = p.major_id and c.column_id = p.minor_id
  where p.class = 1 and p.permission_name = 'UPDATE' and p.state in ('G', 'W')
    and has_perms_by_name(${NAME}, 'OBJECT', 'UPDATE') = 0
    and has_perms_by_name(${NAME}, 'OBJECT', 'UPDATE', c.name, 'COLUMN') = 1
  order by s.name, o.name, c.column_id ${FIRST}`;
