import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRolesDatabase, type RolesDatabase } from '../../support/roles-database.js';

const LOGIN = `portico_reader_${randomBytes(4).toString('hex')}`;
const GROUP = `${LOGIN}_group`;

let rolesDatabase: RolesDatabase;
const make = (...statements: string[]) => rolesDatabase.make(...statements);

beforeAll(async () => {
  rolesDatabase = await openRolesDatabase();
  await make(
    'create schema erp',
    'create table erp.stock (id int, owner text)',
    'create table erp.moves (id int) partition by range (id)',
    'create table erp."Odd name" (id int)',
    'create view erp.on_hold as select * from erp.stock',
  );
});
beforeEach(() =>
  make(
    `create role ${LOGIN} login noinherit password 'portico'`,
    `create role ${GROUP}`,
    `grant usage on schema erp to ${LOGIN}`,
    `grant select on all tables in schema erp to ${LOGIN}`,
  ),
);
afterEach(async () => {
  await make(
    'alter table erp.moves owner to current_user',
    `do $$ begin execute format('alter database %I owner to %I', current_database(), current_user); end $$`,
    `drop owned by ${LOGIN}, ${GROUP}`,
    `drop role ${LOGIN}, ${GROUP}`,
  );
});
afterAll(() => rolesDatabase.close());

const after = async (...statements: string[]) => {
  await make(...statements);
  return rolesDatabase.writesOf(LOGIN);
};

test('a login that can only read is told so', async () => {
  expect(await rolesDatabase.writesOf(LOGIN)).toEqual([]);
});

test.each<[what: string, statements: string[], writePrivileges: string[]]>([
  ['a superuser', [`alter role ${LOGIN} superuser`], ['it is a superuser']],
  [
    'a member of a superuser',
    [`alter role ${GROUP} superuser`, `grant ${GROUP} to ${LOGIN}`],
    [`it is a member of ${GROUP}`],
  ],
  [
    'a member of the role that writes everything',
    [`grant pg_write_all_data to ${LOGIN}`],
    ['it is a member of pg_write_all_data'],
  ],
  [
    'the owner of the database',
    [`do $$ begin execute format('alter database %I owner to ${LOGIN}', current_database()); end $$`],
    ['it owns the database'],
  ],
  ['the owner of a table', [`alter table erp.moves owner to ${LOGIN}`], ['it owns erp.moves']],
  [
    'one with rights on tables',
    [`grant insert, update on erp."Odd name" to ${LOGIN}`, `grant delete on erp.stock to ${LOGIN}`],
    ['it may INSERT, UPDATE erp."Odd name"', 'it may DELETE erp.stock'],
  ],
  [
    'one with a right on a partitioned table',
    [`grant truncate on erp.moves to ${LOGIN}`],
    ['it may TRUNCATE erp.moves'],
  ],
  ['one with a right on a view', [`grant update on erp.on_hold to ${LOGIN}`], ['it may UPDATE erp.on_hold']],
  [
    'one with a right on a column',
    [`grant update (owner) on erp.stock to ${LOGIN}`],
    ['it may UPDATE erp.stock'],
  ],
  [
    'one with rights by a role that it has to become',
    [`grant insert on erp.stock to ${GROUP}`, `grant ${GROUP} to ${LOGIN}`],
    ['it may INSERT erp.stock'],
  ],
])('%s could write', async (_what, statements, writePrivileges) => {
  expect(await after(...statements)).toEqual(writePrivileges);
});

test('what everybody may do counts too', async () => {
  expect(await after('grant insert on erp.stock to public')).toEqual(['it may INSERT erp.stock']);
  await make('revoke insert on erp.stock from public');
});

test('rights on many tables are counted, and a few of them named', async () => {
  const tables = [1, 2, 3, 4, 5, 6, 7].map((n) => `erp.many_${n}`);
  const writePrivileges = await after(
    ...tables.flatMap((table) => [`create table ${table} (id int)`, `grant insert on ${table} to ${LOGIN}`]),
  );
  expect(writePrivileges).toEqual([
    ...tables.slice(0, 5).map((table) => `it may INSERT ${table}`),
    'the same on 2 more tables and views',
  ]);
});
