import type pg from 'pg';
import type { ServerAddress } from './administrator.js';

/** The databases, each with its login: one owns the portal's database, the other can only read the demo ERP. */
const DATABASES = [
  { name: 'portico', login: 'portico', owned: true },
  { name: 'demo_erp', login: 'demo_erp_reader', owned: false },
];

/** Creates missing databases and logins. Only its own login may connect to a database. */
export async function makeDatabases(administrator: pg.Client, { password }: ServerAddress): Promise<void> {
  const namesOf = async (list: string) =>
    new Set((await administrator.query(`select ${list}`)).rows.map(({ name }) => name));
  const [databases, roles] = [
    await namesOf('datname as name from pg_database'),
    await namesOf('rolname as name from pg_roles'),
  ];
  const secret = password === undefined ? '' : `password ${administrator.escapeLiteral(password)}`;
  await administrator.query('revoke connect, temporary on database postgres, template1 from public');
  for (const { name, login, owned } of DATABASES) {
    if (!roles.has(login)) await administrator.query(`create role ${login} login ${secret}`);
    if (!databases.has(name)) {
      await administrator.query(`create database ${name} ${owned ? `owner ${login}` : ''}`);
    }
    await administrator.query(`revoke connect, temporary on database ${name} from public`);
    if (!owned) await administrator.query(`grant connect on database ${name} to ${login}`);
  }
}
