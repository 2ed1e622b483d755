import type { ErpScope, Role } from '../../shared/auth.js';
import { PorticoError } from '../../shared/errors.js';
import type { LoginState } from '../identity/sign-in/login-state.store.js';
import type { PortalUser } from '../users/portal-user.type.js';

/** What an explanation reads from the ERP. */
export interface StockLookup {
  /** The customers of the scope that the ERP has. */
  customers(scope: ErpScope): Promise<readonly string[]>;
  /** How many stock rows a customer has. */
  itemCount(scope: ErpScope, name: string): Promise<number>;
}

/** At most this many names are listed. The rest are only counted. */
const MAX_LISTED = 20;

/** Why a sign-in would be refused now, or would not lead to the stock. One sentence per rule. */
export function explainSignIn(user: PortalUser, { lockedUntil }: LoginState, now: Date): string[] {
  const sentences: string[] = [];
  const { temporaryPasswordExpiresAt: temporaryUntil } = user;
  if (!user.active) {
    sentences.push('The account is inactive: signing in is refused until it is reactivated.');
  }
  if (lockedUntil) {
    sentences.push(
      `Too many sign-ins failed: until ${formatTime(lockedUntil)} signing in is refused from browsers and ` +
        'addresses that are not known for the account, unless an admin unlocks it.',
    );
  }
  if (temporaryUntil && temporaryUntil <= now) {
    sentences.push(
      `The temporary password ran out on ${formatTime(temporaryUntil)}: signing in is refused until the password is reset.`,
    );
  } else if (user.mustChangePassword) {
    const until = temporaryUntil ? ` The temporary password works until ${formatTime(temporaryUntil)}.` : '';
    sentences.push(`A new password must be chosen before anything else is shown.${until}`);
  }
  if (!user.lastLoginAt) sentences.push('Nobody has signed in to this account yet.');
  return sentences;
}

/** Which customers' stock the login sees, and why there may be none. One sentence per rule. */
export async function explainStock(role: Role, scope: ErpScope, stock: StockLookup): Promise<string[]> {
  if (scope.all) {
    const why = role === 'CUSTOMER' ? 'The account was given' : `The role ${role} sees the stock of`;
    return [`${why} every ERP customer.`];
  }
  if (role !== 'CUSTOMER') return [`The role ${role} sees no stock.`];
  if (scope.names.size === 0) return ['No ERP customers are assigned, so no stock is shown.'];
  const assigned = [...scope.names].sort();
  try {
    return [`Stock is shown of ${listNames(assigned)}.`, ...(await explainEmpty(assigned, scope, stock))];
  } catch (error) {
    if (!(error instanceof PorticoError) || error.code !== 'ERP_UNAVAILABLE') throw error;
    return [
      `Assigned: ${listNames(assigned)}.`,
      'The ERP does not answer at the moment: no stock can be shown but what was read shortly before.',
    ];
  }
}

async function explainEmpty(
  assigned: readonly string[],
  scope: ErpScope,
  stock: StockLookup,
): Promise<string[]> {
  const existing = new Set(await stock.customers(scope));
  const missing = assigned.filter((name) => !existing.has(name));
  const counts = await Promise.all(
    [...existing].map(async (name) => ({ name, items: await stock.itemCount(scope, name) })),
  );
  const empty = counts.filter(({ items }) => items === 0).map(({ name }) => name);
  const sentences: string[] = [];
  if (missing.length > 0) {
    sentences.push(
      `The ERP does not have ${listNames(missing)} any more, or under another name: nothing is shown for it.`,
    );
  }
  if (empty.length > 0) {
    sentences.push(`The ERP holds no stock for ${listNames(empty.sort())} at the moment.`);
  }
  return sentences;
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED).map((name) => JSON.stringify(name));
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** For example 2026-11-22 09:30 UTC. */
const formatTime = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
