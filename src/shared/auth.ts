import { forbidden, passwordChangeRequired, unauthenticated } from './errors.js';

/** What a login may do. The key is the name in GraphQL, the value the id in the database. */
export const ROLE_IDS = { OPERATIONS: 1, CUSTOMER: 2, ADMIN: 3, DRIVER: 4, WAREHOUSE: 5 } as const;
export type Role = keyof typeof ROLE_IDS;
export const ROLES = Object.keys(ROLE_IDS) as Role[];

/** @throws RangeError for an id that the table of roles does not have */
export function roleOfId(id: number): Role {
  const role = ROLES.find((name) => ROLE_IDS[name] === id);
  if (!role) throw new RangeError(`no role has the id ${id}`);
  return role;
}

/** Whose inventory somebody may read: everybody's, or that of exactly these ERP customers. */
export type ErpScope = { readonly all: true } | { readonly all: false; readonly names: ReadonlySet<string> };

const FULL_SCOPE: ErpScope = { all: true };
export const EMPTY_SCOPE: ErpScope = { all: false, names: new Set() };

const ROLES_WITH_ALL_STOCK: ReadonlySet<Role> = new Set(['OPERATIONS', 'WAREHOUSE', 'ADMIN']);

/** The scope that a role and a login's assignments give. Closed by default: a driver sees no stock. */
export function erpScopeOf(role: Role, allErpCustomers: boolean, names: readonly string[]): ErpScope {
  if (ROLES_WITH_ALL_STOCK.has(role)) return FULL_SCOPE;
  if (role !== 'CUSTOMER') return EMPTY_SCOPE;
  return allErpCustomers ? FULL_SCOPE : { all: false, names: new Set(names) };
}

/** The part of a scope that lies within these names. A name outside the scope is as good as unknown. */
export function narrowScope(scope: ErpScope, names: readonly string[]): ErpScope {
  return { all: false, names: new Set(scope.all ? names : names.filter((name) => scope.names.has(name))) };
}

/** A text that two scopes share only if they are the same: part of every loader, cache and cursor key. */
export function scopeKey(scope: ErpScope): string {
  return scope.all ? 'all' : `only:${JSON.stringify([...scope.names].sort())}`;
}

/** Who is asking: one request's answer to that, computed once. */
export interface Viewer {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly mustChangePassword: boolean;
  readonly erpScope: ErpScope;
}

/**
 * Lets a viewer with one of these roles pass.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN, or PASSWORD_CHANGE_REQUIRED unless the caller allows for it
 */
export function assertRole(
  viewer: Viewer | null,
  requires: readonly Role[],
  options: { duringPasswordChange: boolean } = { duringPasswordChange: false },
): asserts viewer is Viewer {
  if (!viewer) throw unauthenticated();
  if (!requires.includes(viewer.role)) throw forbidden();
  if (viewer.mustChangePassword && !options.duringPasswordChange) throw passwordChangeRequired();
}
