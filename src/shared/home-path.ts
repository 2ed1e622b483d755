import type { Role } from './auth.js';

const HOME_PATHS: Record<Role, string> = {
  OPERATIONS: '/operations/dashboard',
  CUSTOMER: '/customer/dashboard',
  ADMIN: '/admin/dashboard',
  DRIVER: '/driver/dashboard',
  WAREHOUSE: '/warehouse/dashboard',
};

/** The path of the portal that a role lands on. */
export const homePathOf = (role: Role): string => HOME_PATHS[role];
