import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { inTransaction } from '../db/in-transaction.js';
import { AuditLog } from '../features/audit/audit-log.js';
import { PasswordHasher } from '../features/identity/passwords/password-hasher.js';
import { assertGoodPassword } from '../features/identity/passwords/password-policy.js';
import { insertPortalUser } from '../features/users/insert-portal-user.js';
import { PortalUserStore } from '../features/users/portal-user.store.js';
import type { Role } from '../shared/auth.js';
import { COMMAND_LINE } from '../shared/origin.js';
import { readSecret } from './read-secret.js';
import type { Terminal } from './terminal.js';
import { withDatabase } from './with-database.js';

/** The options of `create-user` as typed. */
export interface CreateUserOptions {
  username: string;
  email: string;
  role: Role;
  displayName?: string;
  erpCustomer: string[];
  allErpCustomers: boolean;
  mustChangePassword: boolean;
}

/** Reads the password from the terminal or standard input, and adds a login. @returns its id @throws like createUser */
export function createUserFromTerminal(
  config: Config,
  options: CreateUserOptions,
  terminal: Terminal,
): Promise<string> {
  const hasher = new PasswordHasher(config.passwordHashing);
  return withDatabase(config, async (dataSource) =>
    createUser(dataSource, hasher, options, await readSecret('Password', terminal)),
  );
}

/** Adds a login with this password. @returns its id @throws BAD_USER_INPUT, CONFLICT */
export async function createUser(
  dataSource: DataSource,
  hasher: PasswordHasher,
  options: CreateUserOptions,
  password: string,
): Promise<string> {
  const { username, email, displayName = null, erpCustomer: erpCustomerNames } = options;
  await assertGoodPassword('password', password, { username, email, displayName, erpCustomerNames });
  const passwordHash = await hasher.hash(password);
  const dependencies = {
    users: new PortalUserStore(dataSource),
    audit: new AuditLog(),
    origin: COMMAND_LINE,
  };
  const { role, mustChangePassword, allErpCustomers } = options;
  const user = await inTransaction(dataSource, (tx) =>
    insertPortalUser(tx, dependencies, {
      ...{ username, email, displayName, role, passwordHash },
      ...{ mustChangePassword, allErpCustomers, erpCustomerNames },
    }),
  );
  return user.id;
}
