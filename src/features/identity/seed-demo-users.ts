import type { DataSource } from 'typeorm';
import { inTransaction } from '../../db/in-transaction.js';
import type { Role } from '../../shared/auth.js';
import { type Adding, addPortalUser } from '../portal-users/add-portal-user.js';
import type { PortalUserStore } from '../portal-users/portal-user.store.js';
import type { PasswordHasher } from './password-hasher.js';

/** Known to everyone: these logins exist outside production only. */
export const DEMO_PASSWORD = 'password123';

interface DemoUser {
  username: string;
  role: Role;
  allErpCustomers?: true;
  erpCustomerNames?: readonly string[];
  sees: string;
}

/** A login for each role, assigned to customers of the demo ERP. */
export const DEMO_USERS: readonly DemoUser[] = [
  {
    username: 'customer1',
    role: 'CUSTOMER',
    erpCustomerNames: ['Acme Beverages', 'Brünnhilde Kosmetik GmbH'],
    sees: 'Acme Beverages and Brünnhilde Kosmetik GmbH',
  },
  {
    username: 'customer2',
    role: 'CUSTOMER',
    erpCustomerNames: ['Northwind Foods Pty Ltd'],
    sees: 'Northwind Foods Pty Ltd',
  },
  { username: 'customerall', role: 'CUSTOMER', allErpCustomers: true, sees: 'every customer' },
  { username: 'operations1', role: 'OPERATIONS', sees: 'every customer' },
  { username: 'admin1', role: 'ADMIN', sees: 'every customer, and the accounts' },
  { username: 'driver1', role: 'DRIVER', sees: 'no stock' },
  { username: 'warehouse1', role: 'WAREHOUSE', sees: 'every customer' },
];

/** Adds the demo logins that aren't there yet. @returns the user names of those added */
export async function seedDemoUsers(
  dataSource: DataSource,
  { users, hasher, audit, origin }: Omit<Adding, 'at'> & { hasher: PasswordHasher },
): Promise<string[]> {
  const known = await Promise.all(DEMO_USERS.map(({ username }) => users.findByLogin(username)));
  const missing = DEMO_USERS.filter((_user, index) => known[index] === null);
  const hashes = await Promise.all(missing.map(() => hasher.hash(DEMO_PASSWORD)));
  return inTransaction(dataSource, async (tx) => {
    for (const [index, user] of missing.entries()) {
      const login = {
        username: user.username,
        email: `${user.username}@demo.example`,
        displayName: null,
        role: user.role,
        passwordHash: hashes[index] ?? '',
        mustChangePassword: false,
        allErpCustomers: user.allErpCustomers ?? false,
        erpCustomerNames: user.erpCustomerNames ?? [],
      };
      await addPortalUser(tx, { users, audit, origin }, login);
    }
    return missing.map((user) => user.username);
  });
}

/** The demo logins that still have the password that everyone knows. */
export async function openDemoUsers(users: PortalUserStore, hasher: PasswordHasher): Promise<string[]> {
  const found = await Promise.all(DEMO_USERS.map(({ username }) => users.findByLogin(username)));
  const open: string[] = [];
  for (const user of found) {
    if (!user?.active) continue;
    const { right } = await hasher.verify(DEMO_PASSWORD, user.passwordHash);
    if (right) open.push(user.username);
  }
  return open;
}
