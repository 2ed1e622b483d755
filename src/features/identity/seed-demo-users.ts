import type { DataSource } from 'typeorm';
import { seedOnce } from '../../db/seed-lock.js';
import { type InsertDependencies, insertPortalUser } from '../users/insert-portal-user.js';
import type { PortalUserStore } from '../users/portal-user.store.js';
import { DEMO_PASSWORD, DEMO_USERS } from './demo-users.js';
import type { PasswordHasher } from './passwords/password-hasher.js';

/** Adds the demo logins that don't exist yet. @returns the user names of those added */
export async function seedDemoUsers(
  dataSource: DataSource,
  { users, hasher, audit, origin }: Omit<InsertDependencies, 'mapProblem'> & { hasher: PasswordHasher },
): Promise<string[]> {
  return seedOnce(dataSource, async (tx) => {
    const known = await Promise.all(DEMO_USERS.map(({ username }) => users.findByLogin(username)));
    const missing = DEMO_USERS.filter((_user, index) => known[index] === null);
    if (missing.length === 0) return [];
    // One hash for all, because the password is publicly known anyway.
    const passwordHash = await hasher.hash(DEMO_PASSWORD);
    for (const user of missing) {
      const login = {
        username: user.username,
        email: `${user.username}@demo.example`,
        displayName: null,
        role: user.role,
        passwordHash,
        mustChangePassword: false,
        allErpCustomers: user.allErpCustomers ?? false,
        erpCustomerNames: user.erpCustomerNames ?? [],
      };
      await insertPortalUser(tx, { users, audit, origin }, login);
    }
    return missing.map((user) => user.username);
  });
}

/** The active demo logins that still have the publicly known password. */
export async function demoUsersWithDefaultPassword(
  users: PortalUserStore,
  hasher: PasswordHasher,
): Promise<string[]> {
  const found = await Promise.all(DEMO_USERS.map(({ username }) => users.findByLogin(username)));
  const open: string[] = [];
  for (const user of found) {
    if (!user?.active) continue;
    const { right } = await hasher.verify(DEMO_PASSWORD, user.passwordHash);
    if (right) open.push(user.username);
  }
  return open;
}
