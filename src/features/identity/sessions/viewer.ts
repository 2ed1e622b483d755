import { homePathOf } from '../../../shared/home-path.js';
import type { ViewerType } from '../identity.type.js';
import type { SignedIn } from './signed-in.query.js';

/** A signed-in request as GraphQL shows it. */
export function toViewer({ viewer, user }: SignedIn): ViewerType {
  return {
    user,
    role: viewer.role,
    mustChangePassword: viewer.mustChangePassword,
    homePath: homePathOf(viewer.role),
    allErpCustomers: viewer.erpScope.all,
    erpScope: viewer.erpScope,
  };
}
