import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUser } from '../../src/cli/create-user.js';
import { importUsers } from '../../src/cli/import-users.js';
import { type LocalDatabase, openLocalDatabase } from '../../src/composition/local-database.js';
import { parseConfig } from '../../src/config.js';
import { migrate } from '../../src/db/migrate.js';
import { AuditLog } from '../../src/features/audit/audit-log.js';
import { bootstrapAdmin } from '../../src/features/identity/bootstrap-admin.js';
import { PasswordHasher } from '../../src/features/identity/passwords/password-hasher.js';
import { seedDemoUsers } from '../../src/features/identity/seed-demo-users.js';
import { PortalUserStore } from '../../src/features/users/portal-user.store.js';
import { SYSTEM } from '../../src/shared/origin.js';
import { newDatabase } from '../support/postgres-server.mjs';

const BCRYPT = '$2b$04$9vizJ.6/9jfU.9VWwdZ37uNaY45W2M29iv8rGm/.AJ58kUbOjGC1y';
const hasher = new PasswordHasher(parseConfig({}).passwordHashing);

let database: LocalDatabase;
let cleanUp: () => Promise<void>;
beforeAll(async () => {
  const empty = await newDatabase();
  database = await openLocalDatabase(parseConfig({ DATABASE_URL: empty.url }));
  cleanUp = () => empty.drop();
  const { dataSource } = database;
  await migrate(dataSource);
  const users = new PortalUserStore(dataSource);
  await seedDemoUsers(dataSource, { users, hasher, audit: new AuditLog(), origin: SYSTEM });
});
afterAll(async () => {
  await database.close();
  await cleanUp();
});

/** Who added the login, and what the log has of it. */
async function entriesOf(email: string): Promise<{ actor: string; changes: string }[]> {
  const content = 'actor_name as actor, changes::text as changes, target_label, action';
  return database.dataSource.query(
    `select actor, changes from (select ${content} from audit_intake union all select ${content} from audit_entry) e
     where target_label = $1 and action = 'PORTAL_USER_CREATED'`,
    [email],
  );
}
const said = () => {};

test('whichever way a login is added, the log says so, and never has its hash', async () => {
  const { dataSource } = database;
  const options = { role: 'CUSTOMER' as const, erpCustomer: ['Acme Beverages'], allErpCustomers: false };
  const made = { username: 'made', email: 'made@customer.example', mustChangePassword: false };
  await createUser(dataSource, hasher, { ...options, ...made }, 'quiet herons stand in line');
  const imported = { username: 'imported', email: 'imported@customer.example', password_hash: BCRYPT };
  await importUsers(dataSource, { rows: [{ line: 2, row: imported }], dryRun: false, say: said });
  const users = new PortalUserStore(dataSource);
  const chief = { username: 'chief', email: 'chief@customer.example', passwordHash: BCRYPT };
  await bootstrapAdmin(dataSource, { users, audit: new AuditLog() }, chief);

  for (const [email, actor] of [
    ['made@customer.example', 'command line'],
    ['imported@customer.example', 'command line'],
    ['chief@customer.example', 'system'],
    ['customer1@demo.example', 'system'],
  ] as const) {
    const entries = await entriesOf(email);
    expect(entries.map((entry) => entry.actor)).toEqual([actor]);
    expect(entries[0]?.changes).toContain('erpCustomerNames');
    expect(entries[0]?.changes).not.toMatch(/\$2b|argon2|assword(?!"|Exp)/);
  }
  // Nobody is mailed from the command line.
  expect(await dataSource.query('select from mail')).toEqual([]);
});

test('a dry run leaves nothing in the log either', async () => {
  const row = { username: 'tried', email: 'tried@customer.example', password_hash: BCRYPT };
  await importUsers(database.dataSource, { rows: [{ line: 2, row }], dryRun: true, say: said });
  expect(await entriesOf('tried@customer.example')).toEqual([]);
});
