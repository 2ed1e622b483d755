import type { Role } from '../../shared/auth.js';
import type { ViewerType } from './identity.type.js';
import type { SignedIn } from './session.store.js';

const HOME_PATHS: Record<Role, string> = {
  OPERATIONS: '/operations/dashboard',
  CUSTOMER: '/customer/dashboard',
  ADMIN: '/admin/dashboard',
  DRIVER: '/driver/dashboard',
  WAREHOUSE: '/warehouse/dashboard',
};

/** A signed-in request as GraphQL shows it. */
export function toViewer({ viewer, user }: SignedIn): ViewerType {
  return {
    user,
    role: viewer.role,
    mustChangePassword: viewer.mustChangePassword,
    homePath: HOME_PATHS[viewer.role],
    allErpCustomers: viewer.erpScope.all,
    erpScope: viewer.erpScope,
  };
}
