import { byObject, describePrivileges, type Read } from '../describe-privileges.js';
import type { ErpRow, WritePrivilege } from '../erp.js';
import { quotedName } from '../quoted-name.js';

/** The server's predefined roles that can write; older servers lack some. */
const ROLES = ['pg_write_all_data', 'pg_write_server_files', 'pg_execute_server_program'];
const OBJECTS_PER_QUERY = 2_000;
const RIGHTS = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'];
/** The privileges that can be granted on single columns as well. */
const BY_COLUMN = ['INSERT', 'UPDATE'];

/**
 * What a login could change on PostgreSQL, also by switching to another role, in parts: see `Erp.writePrivileges`. The
 * mapping's tables aren't checked before the others, because the server checks thousands of tables in a moment. CREATE on a schema isn't
 * counted: before PostgreSQL 15, every role had it on "public".
 */
export async function* postgresWritePrivileges(read: Read): AsyncGenerator<WritePrivilege[]> {
  const [row = {}] = await read(GENERAL);
  const login = quoted(row['login'] ?? '');
  const memberOf = (role: string): WritePrivilege => ({
    what: `it is a member of ${role}`,
    mend: `revoke ${quoted(role)} from ${login}`,
  });
  const { superuser } = row;
  if (superuser && superuser === row['login']) {
    return yield [{ what: 'it is a superuser', mend: `alter role ${login} nosuperuser` }];
  }
  if (superuser) return yield [memberOf(superuser)];
  const owns: WritePrivilege = {
    what: 'it owns the database',
    mend: `alter database ${quoted(row['database'] ?? '')} owner to postgres`,
  };
  const createsRoles: WritePrivilege = {
    what: 'it may create roles',
    mend: `alter role ${login} nocreaterole`,
  };
  const general = [
    ...(row['creates_roles'] === 't' ? [createsRoles] : []),
    ...(row['owner'] === 't' ? [owns] : []),
    ...ROLES.filter((role) => row[role] === 't').map(memberOf),
  ];
  if (row['pg_write_all_data'] === 't') return yield general;
  const page = (after: string) => read(OBJECTS, [after]);
  const describe = (objects: readonly ErpRow[]) => {
    const writable = objects.filter((object) => ['owner', ...RIGHTS].some((right) => object[right] === 't'));
    return describePrivileges(
      writable.sort(byObject),
      (object) => objectPrivilege(object, login),
      'tables and views',
    );
  };
  let objects = await page('0');
  yield [...general, ...describe(objects)];
  while (objects.length === OBJECTS_PER_QUERY) {
    objects = await page(objects.at(-1)?.['id'] ?? '');
    yield describe(objects);
  }
}

const quoted = (name: string) => quotedName(name, 'postgres');

function objectPrivilege(row: ErpRow, login: string): WritePrivilege {
  const { object } = row;
  if (row['owner'] === 't')
    return { what: `it owns ${object}`, mend: `alter table ${object} owner to postgres` };
  const rights = RIGHTS.filter((right) => row[right] === 't').join(', ');
  return {
    what: `it may ${rights} ${object}`,
    mend: `revoke ${rights.toLowerCase()} on ${object} from ${login}`,
  };
}

/** The login's own role, and those that it could switch to. */
const OWN_ROLES = "pg_roles where pg_has_role(oid, 'MEMBER')";

const GENERAL = `select current_user as login, current_database() as database,
  (select rolname from ${OWN_ROLES} and rolsuper order by rolname <> current_user, rolname limit 1) as superuser,
  exists (select from ${OWN_ROLES} and rolcreaterole) as creates_roles,
  exists (select from pg_database where datname = current_database() and pg_has_role(datdba, 'MEMBER')) as owner,
  ${ROLES.map((role) => `exists (select from ${OWN_ROLES} and rolname = '${role}') as ${role}`).join(', ')}`;

const held = (right: string) => {
  const has = BY_COLUMN.includes(right) ? 'has_any_column_privilege' : 'has_table_privilege';
  return `exists (select from ${OWN_ROLES} and ${has}(pg_roles.oid, c.oid, '${right}')) as "${right}"`;
};

/** The tables and views after one, with what the login may do with each. */
const OBJECTS = `
  select c.oid as id, format('%I.%I', n.nspname, c.relname) as object,
    pg_has_role(c.relowner, 'MEMBER') as owner, ${RIGHTS.map(held).join(', ')}
  from pg_class as c
  join pg_namespace as n on n.oid = c.relnamespace
  where c.oid > $1::oid and c.relkind in ('r', 'p', 'v', 'f')
    and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
    and exists (select from ${OWN_ROLES} and has_schema_privilege(pg_roles.oid, n.oid, 'USAGE'))
    -- Tables of extensions are left out: some extensions let every role write to theirs.
    and not exists (
      select from pg_depend as d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
    )
  order by c.oid
  limit ${OBJECTS_PER_QUERY}`;
