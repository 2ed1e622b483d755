import { LOGIN } from './tds-server.js';

const sqlFunction = (head: string, body: string) =>
  `create function tsql.${head} language sql stable return ${body}`;
const isHeld = (roles: string) => `exists (select from tsql.login_role where lower(role) in (${roles}))`;
const membership = (name: string) =>
  sqlFunction(
    `${name}(role tsql.nvarchar) returns int`,
    '(select count(*)::int from tsql.login_role as held where lower(held.role) = lower($1::text))',
  );

/**
 * What the login may do. A right without a securable is one on all of its class; one on the database holds for each of
 * its objects.
 */
export const RIGHTS: readonly string[] = [
  'create table tsql.login_right (class text, permission text, securable text, column_name text)',
  'create table tsql.login_role (role text)',
  ...['is_member', 'is_rolemember', 'is_srvrolemember'].map(membership),
  sqlFunction(
    'user_name() returns tsql.nvarchar',
    `(case when ${isHeld("'dbo'")} then 'dbo' else '${LOGIN.user}' end)::tsql.nvarchar`,
  ),
  sqlFunction(
    `has_perms_by_name(securable tsql.nvarchar, class tsql.nvarchar, permission tsql.nvarchar,
       sub_securable tsql.nvarchar default null, sub_class tsql.nvarchar default null) returns int`,
    `(${isHeld("'sysadmin'")}
      or ($2 is not null and ${isHeld("'db_owner', 'dbo'")})
      or ($2 is not null and ${isHeld("'db_datawriter'")} and upper($3::text) in ('INSERT', 'UPDATE', 'DELETE'))
      or exists (
        select from tsql.login_right as held
        where upper(held.permission) in (upper($3::text), 'CONTROL')
          and upper(held.class) in (upper(coalesce($2::text, 'SERVER')), case when $2 is not null then 'DATABASE' end)
          and (held.securable is null or held.securable = translate($1::text, '[]', ''))
          and (held.column_name is null or held.column_name = $4::text)
      ))::int`,
  ),
];
