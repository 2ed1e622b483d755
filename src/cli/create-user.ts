import type { DataSource } from 'typeorm';
import { inTransaction } from '../db/in-transaction.js';
import { MAX_PASSWORD, MIN_PASSWORD } from '../features/identity/identity.type.js';
import { hashPassword } from '../features/identity/password-hash.js';
import { createPortalUser } from '../features/portal-users/create-portal-user.js';
import { PortalUserStore } from '../features/portal-users/portal-user.store.js';
import type { Role } from '../shared/auth.js';
import { badUserInput } from '../shared/errors.js';

export interface CreateUserOptions {
  username: string;
  email: string;
  role: Role;
  displayName?: string;
  erpCustomer: string[];
  allErpCustomers: boolean;
  mustChangePassword: boolean;
}

/** Adds a login from the command line. @throws BAD_USER_INPUT, CONFLICT */
export async function createUser(
  dataSource: DataSource,
  options: CreateUserOptions,
  password: string,
): Promise<string> {
  if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD) {
    const wanted = `wanted ${MIN_PASSWORD} to ${MAX_PASSWORD}`;
    throw badUserInput({ path: 'password', message: `found ${password.length} characters; ${wanted}` });
  }
  const passwordHash = await hashPassword(password);
  const user = await inTransaction(dataSource, (tx) =>
    createPortalUser(tx, new PortalUserStore(dataSource), {
      username: options.username,
      email: options.email,
      displayName: options.displayName ?? null,
      role: options.role,
      passwordHash,
      mustChangePassword: options.mustChangePassword,
      allErpCustomers: options.allErpCustomers,
      erpCustomerNames: options.erpCustomer,
    }),
  );
  return user.id;
}
