import { forbidden, forbiddenToApiKey, passwordChangeRequired, unauthenticated } from './errors.js';

/** The roles of logins. The key is the name in GraphQL, the value is the id in the database. */
export const ROLE_IDS = { OPERATIONS: 1, CUSTOMER: 2, ADMIN: 3, DRIVER: 4, WAREHOUSE: 5 } as const;
/** The role of a login. */
export type Role = keyof typeof ROLE_IDS;
/** The names of all roles. */
export const ROLES = Object.keys(ROLE_IDS) as Role[];

/** The role with this id. @throws RangeError for an unknown id */
export function roleOfId(id: number): Role {
  const role = ROLES.find((name) => ROLE_IDS[name] === id);
  if (!role) throw new RangeError(`no role has the id ${id}`);
  return role;
}

/** Whose inventory a viewer may read: that of all ERP customers, or of exactly these. */
export type ErpScope = { readonly all: true } | { readonly all: false; readonly names: ReadonlySet<string> };

/** The scope that contains all ERP customers. */
export const FULL_SCOPE: ErpScope = { all: true };
/** The scope that contains no ERP customer. */
const EMPTY_SCOPE: ErpScope = { all: false, names: new Set() };

const ROLES_WITH_ALL_STOCK: ReadonlySet<Role> = new Set(['OPERATIONS', 'WAREHOUSE', 'ADMIN']);

/** The scope that results from a login's role and assigned customers. Empty by default: a driver sees no stock. */
export function erpScopeOf(role: Role, allErpCustomers: boolean, names: readonly string[]): ErpScope {
  if (ROLES_WITH_ALL_STOCK.has(role)) return FULL_SCOPE;
  if (role !== 'CUSTOMER') return EMPTY_SCOPE;
  return allErpCustomers ? FULL_SCOPE : { all: false, names: new Set(names) };
}

/** Limits a scope to these names. A name outside the scope is dropped, just like an unknown one. */
export function narrowScope(scope: ErpScope, names: readonly string[]): ErpScope {
  return { all: false, names: new Set(scope.all ? names : names.filter((name) => scope.names.has(name))) };
}

/** A text that is the same only for equal scopes. It is part of every loader, cache and cursor key. */
export function scopeKey(scope: ErpScope): string {
  return scope.all ? 'all' : `only:${JSON.stringify([...scope.names].sort())}`;
}

/** The signed-in user of a request, computed once per request. */
export interface Viewer {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly mustChangePassword: boolean;
  readonly erpScope: ErpScope;
  /** The CRM customer that the login belongs to, unless the customer is deleted. */
  readonly customerId: string | null;
}

/** A key of a reporting tool. It reads the inventory of its scope, and nothing else. */
export interface ApiKeyHolder {
  readonly apiKeyId: string;
  readonly erpScope: ErpScope;
}

/** Whoever sends a request: a signed-in user, an API key, or neither; never both. */
export interface Caller {
  readonly viewer: Viewer | null;
  readonly apiKey: ApiKeyHolder | null;
}

/** Identifies a caller where work is counted for each; empty for nobody. */
export const callerId = ({ viewer, apiKey }: Caller): string => apiKey?.apiKeyId ?? viewer?.userId ?? '';

/** The scope whose inventory a caller may read, as far as their role lets them. */
export const erpScopeOfCaller = ({ viewer, apiKey }: Caller): ErpScope =>
  apiKey?.erpScope ?? viewer?.erpScope ?? EMPTY_SCOPE;

/** The roles that may read inventory. The scope decides which part of it they see. */
export const STOCK_READERS: readonly Role[] = ['CUSTOMER', 'OPERATIONS', 'WAREHOUSE', 'ADMIN'];

/** Passes if the caller may read inventory. @throws UNAUTHENTICATED, FORBIDDEN or PASSWORD_CHANGE_REQUIRED */
export function assertReadsStock({ viewer, apiKey }: Caller): void {
  if (!apiKey) assertRole(viewer, STOCK_READERS);
}

/** Refuses API keys, for everything but inventory. @throws FORBIDDEN */
export function refuseApiKey({ apiKey }: Pick<Caller, 'apiKey'>): void {
  if (apiKey) throw forbiddenToApiKey();
}

/**
 * Passes if the viewer has one of these roles.
 *
 * @param options `duringPasswordChange` also passes a viewer who must choose a new password first
 * @throws UNAUTHENTICATED, FORBIDDEN or PASSWORD_CHANGE_REQUIRED
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

/** The viewer of a request to a field that requires a role. @throws UNAUTHENTICATED if there is none */
export function mustHaveViewer({ viewer }: Pick<Caller, 'viewer'>): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}
