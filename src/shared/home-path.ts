import type { Role } from './auth.js';

const HOME_PATHS: Record<Role, string> = {
  OPERATIONS: '/operations/dashboard',
  CUSTOMER: '/customer/dashboard',
  ADMIN: '/admin/dashboard',
  DRIVER: '/driver/dashboard',
  WAREHOUSE: '/warehouse/dashboard',
};

/** The path in the portal that a user with this role lands on after signing in. */
export const homePathOf = (role: Role): string => HOME_PATHS[role];
