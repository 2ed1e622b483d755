import { byObject, describePrivileges, type Read } from '../describe-privileges.js';
import type { ErpColumnSource, ErpRow, WritePrivilege } from '../erp.js';
import { quotedName } from '../quoted-name.js';

/** One check of a right on one table takes a server up to a millisecond, and there are five for each table. */
const OBJECTS_PER_QUERY = 250;
const DATA_RIGHTS = ['INSERT', 'UPDATE', 'DELETE'];
const WRITE_RIGHTS = [...DATA_RIGHTS, 'ALTER', 'CONTROL'];
/** Whoever has CONTROL of a table has all of these. */
const OBJECT_RIGHTS = [...DATA_RIGHTS, 'ALTER'];
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
 * What a login could change on SQL Server, in parts: see `Erp.writePrivileges`. Any login may run these queries.
 * Permissions on single procedures and on other databases are not checked.
 */
export async function* mssqlWritePrivileges(
  read: Read,
  sources: () => Promise<ErpColumnSource[]>,
): AsyncGenerator<WritePrivilege[]> {
  const [row = {}] = await read(GENERAL);
  const held = GENERAL_NAMES.filter((name) => row[name] === '1');
  const implied = new Set(held.flatMap((name) => IMPLIED[name]?.filter((other) => other !== name) ?? []));
  const general = held.filter((name) => !implied.has(name)).map((name) => generalPrivilege(name, row));
  const remaining = OBJECT_RIGHTS.filter((right) => !held.includes(right) && !implied.has(right));
  // If the login may change the data of all tables, single tables needn't be checked.
  if (!remaining.some((right) => DATA_RIGHTS.includes(right))) return yield general;

  const user = quoted(row['user_name']);
  const describe = (objects: readonly ErpRow[]) =>
    describePrivileges(
      objects.filter((object) => remaining.some((right) => object[right] === '1')),
      (object) => objectPrivilege(object, user),
      'tables and views',
    );
  const mapped = await mappedObjects(await sources(), (sql, ids) => read(sql, ids), remaining);
  yield [...general, ...describe(mapped)];

  const seen = new Set(mapped.map(({ id }) => id));
  for (let last: string | null = LOWEST_ID; last !== null; ) {
    const page = await read(objectsPage(remaining), [last]);
    last = page.length === OBJECTS_PER_QUERY ? (page.at(-1)?.['id'] ?? null) : null;
    yield describe(page.filter(({ id }) => !seen.has(id ?? '')).sort(byObject));
  }
  if (!remaining.includes('UPDATE')) return;
  yield describePrivileges(await read(COLUMNS), (column) => columnPrivilege(column, user), 'columns');
}

/** The rights on the tables that the mapping reads, as far as the server says which they are. */
async function mappedObjects(
  sources: readonly ErpColumnSource[],
  read: Read,
  rights: readonly string[],
): Promise<ErpRow[]> {
  const names = sources.map(({ schema, table }) => [schema, table].map((part) => quoted(part)).join('.'));
  const unique = [...new Set(names)];
  return unique.length === 0 ? [] : read(namedObjects(unique.length, rights), unique);
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
  const held = OBJECT_RIGHTS.filter((right) => row[right] === '1').join(', ');
  const rights = row['CONTROL'] === '1' ? 'CONTROL' : held;
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
const permission = (right: string) => `has_perms_by_name(${NAME}, 'OBJECT', '${right}')`;

/** The tables and views that the login can see, with its rights on each. It sees those on which it has any permission. */
const rightsQuery = (top: string, rights: readonly string[], condition: string) => `
  select o.object_id as id, ${NAME} as object,
    ${rights.map((right) => `${permission(right)} as [${right}]`).join(', ')},
    case when ${permission('ALTER')} = 1 then ${permission('CONTROL')} end as [CONTROL]
  from sys.objects as o
  join sys.schemas as s on s.schema_id = o.schema_id
  where o.type in ('U', 'V') and o.is_ms_shipped = 0 and ${condition}
  order by o.object_id ${top}`;

const LOWEST_ID = '-2147483648';

const objectsPage = (rights: readonly string[]) =>
  rightsQuery(
    `offset 0 rows fetch next ${OBJECTS_PER_QUERY} rows only`,
    rights,
    'o.object_id > cast(@1 as int)',
  );

const namedObjects = (count: number, rights: readonly string[]) => {
  const ids = Array.from({ length: count }, (_, index) => `object_id(@${index + 1})`);
  return rightsQuery('', rights, `o.object_id in (${ids.join(', ')})`);
};

/** Checks only columns on which a permission was granted, because checking every column would take long. */
const COLUMNS = `
  select ${NAME} as object, quotename(c.name) as [column]
  from sys.database_permissions as p
  join sys.objects as o on o.object_id = p.major_id
  join sys.schemas as s on s.schema_id = o.schema_id
  join sys.columns as c on c.object_id = p.major_id and c.column_id = p.minor_id
  where p.class = 1 and p.permission_name = 'UPDATE' and p.state in ('G', 'W')
    and ${permission('UPDATE')} = 0
    and has_perms_by_name(${NAME}, 'OBJECT', 'UPDATE', c.name, 'COLUMN') = 1
  order by s.name, o.name, c.column_id offset 0 rows fetch next 100 rows only`;
