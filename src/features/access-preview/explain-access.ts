import type { ErpScope, Role } from '../../shared/auth.js';
import { PorticoError } from '../../shared/errors.js';
import type { LoginState } from '../identity/sign-in/login-state.store.js';
import type { PortalUser } from '../users/portal-user.type.js';
import type { AccessReason } from './access-reason.type.js';

/** What an explanation reads from the ERP. */
export interface StockLookup {
  /** The customers of the scope that the ERP has. */
  customers(scope: ErpScope): Promise<readonly string[]>;
  /** How many stock rows a customer has. */
  itemCount(scope: ErpScope, name: string): Promise<number>;
}

/** At most this many names are listed. The rest are only counted. */
const MAX_LISTED = 20;

/** Why a sign-in would be refused now, or would not lead to the stock. */
export function explainSignIn(user: PortalUser, { lockedUntil }: LoginState, now: Date): AccessReason[] {
  const reasons: AccessReason[] = [];
  const { temporaryPasswordExpiresAt: temporaryUntil } = user;
  if (!user.active) {
    const sentence = 'The account is inactive: signing in is refused until it is reactivated.';
    reasons.push({ reason: 'INACTIVE', sentence });
  }
  if (lockedUntil) {
    const sentence =
      `Too many sign-ins failed: until ${formatTime(lockedUntil)} signing in is refused from browsers and ` +
      'addresses that are not known for the account, unless an admin unlocks it.';
    reasons.push({ reason: 'LOCKED', at: lockedUntil, sentence });
  }
  if (temporaryUntil && temporaryUntil <= now) {
    const sentence = `The temporary password ran out on ${formatTime(temporaryUntil)}: signing in is refused until the password is reset.`;
    reasons.push({ reason: 'TEMPORARY_PASSWORD_EXPIRED', at: temporaryUntil, sentence });
  } else if (user.mustChangePassword) {
    const until = temporaryUntil ? ` The temporary password works until ${formatTime(temporaryUntil)}.` : '';
    const sentence = `A new password must be chosen before anything else is shown.${until}`;
    reasons.push({ reason: 'PASSWORD_CHANGE_REQUIRED', at: temporaryUntil, sentence });
  }
  if (!user.lastLoginAt) {
    reasons.push({ reason: 'NEVER_SIGNED_IN', sentence: 'Nobody has signed in to this account yet.' });
  }
  return reasons;
}

/** Which customers' stock the login sees, and why there may be none. */
export async function explainStock(role: Role, scope: ErpScope, stock: StockLookup): Promise<AccessReason[]> {
  if (scope.all && role === 'CUSTOMER') {
    return [{ reason: 'ALL_CUSTOMERS', sentence: 'The account was given every ERP customer.' }];
  }
  if (scope.all) {
    const sentence = `The role ${role} sees the stock of every ERP customer.`;
    return [{ reason: 'ALL_CUSTOMERS_BY_ROLE', role, sentence }];
  }
  if (role !== 'CUSTOMER') {
    return [{ reason: 'NO_STOCK_BY_ROLE', role, sentence: `The role ${role} sees no stock.` }];
  }
  if (scope.names.size === 0) {
    return [{ reason: 'NO_CUSTOMERS', sentence: 'No ERP customers are assigned, so no stock is shown.' }];
  }
  const assigned = [...scope.names].sort();
  try {
    const shown = about('CUSTOMERS', assigned, (names) => `Stock is shown of ${names}.`);
    return [...shown, ...(await explainEmpty(assigned, scope, stock))];
  } catch (error) {
    if (!(error instanceof PorticoError) || error.code !== 'ERP_UNAVAILABLE') throw error;
    const sentence =
      'The ERP does not answer at the moment: no stock can be shown but what was read shortly before.';
    return [
      ...about('ASSIGNED_CUSTOMERS', assigned, (names) => `Assigned: ${names}.`),
      { reason: 'ERP_UNAVAILABLE', sentence },
    ];
  }
}

async function explainEmpty(
  assigned: readonly string[],
  scope: ErpScope,
  stock: StockLookup,
): Promise<AccessReason[]> {
  const existing = new Set(await stock.customers(scope));
  const missing = assigned.filter((name) => !existing.has(name));
  const counts = await Promise.all(
    [...existing].map(async (name) => ({ name, items: await stock.itemCount(scope, name) })),
  );
  const empty = counts.filter(({ items }) => items === 0).map(({ name }) => name);
  return [
    ...about(
      'MISSING_CUSTOMERS',
      missing,
      (names) => `The ERP does not have ${names} any more, or under another name: nothing is shown for it.`,
    ),
    ...about(
      'EMPTY_CUSTOMERS',
      empty.sort(),
      (names) => `The ERP holds no stock for ${names} at the moment.`,
    ),
  ];
}

/** What is so of these customers; nothing if there are none. */
function about(
  reason: AccessReason['reason'],
  names: readonly string[],
  say: (names: string) => string,
): AccessReason[] {
  if (names.length === 0) return [];
  const listed = names.slice(0, MAX_LISTED);
  const moreNames = names.length - listed.length;
  const inQuotes = listed.map((name) => JSON.stringify(name)).join(', ');
  const sentence = say(`${inQuotes}${moreNames > 0 ? ` and ${moreNames} more` : ''}`);
  return [{ reason, names: listed, moreNames, sentence }];
}

/** For example 2026-11-22 09:30 UTC. */
const formatTime = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
