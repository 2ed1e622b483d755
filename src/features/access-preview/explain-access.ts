import type { ErpScope, Role } from '../../shared/auth.js';
import { PorticoError } from '../../shared/errors.js';
import type { PortalUser } from '../users/portal-user.type.js';

/** What is known of a login's failed sign-ins. */
export interface SignInState {
  failedLoginCount: number;
  lockedUntil: Date | null;
}

/** The ERP's part of an explanation. */
export interface StockKnowledge {
  /** Those of the scope's customers that the ERP has. */
  customers(scope: ErpScope): Promise<readonly string[]>;
  /** How many rows of stock a customer has. */
  itemCount(scope: ErpScope, name: string): Promise<number>;
}

/** More names than this are counted instead. */
const NAMED = 20;

/** Why a sign-in would be refused now, or lead elsewhere than to the stock; one sentence a rule. */
export function explainSignIn(user: PortalUser, { lockedUntil }: SignInState, now: Date): string[] {
  const sentences: string[] = [];
  const { temporaryPasswordExpiresAt: temporaryUntil } = user;
  if (!user.active) {
    sentences.push('The account is inactive: signing in is refused until it is reactivated.');
  }
  if (lockedUntil) {
    sentences.push(
      `Too many sign-ins failed: until ${spoken(lockedUntil)} signing in is refused where the account is not ` +
        'known, unless somebody unlocks it.',
    );
  }
  if (temporaryUntil && temporaryUntil <= now) {
    sentences.push(
      `The temporary password ran out on ${spoken(temporaryUntil)}: signing in is refused until the password is reset.`,
    );
  } else if (user.mustChangePassword) {
    const until = temporaryUntil ? ` The temporary password works until ${spoken(temporaryUntil)}.` : '';
    sentences.push(`A new password must be chosen before anything else is shown.${until}`);
  }
  if (!user.lastLoginAt) sentences.push('Nobody has signed in to this account yet.');
  return sentences;
}

/** Whose stock the login sees, and why some or all of it shows nothing; one sentence a rule. */
export async function explainStock(
  role: Role,
  scope: ErpScope,
  knowledge: StockKnowledge,
): Promise<string[]> {
  if (scope.all) {
    const why = role === 'CUSTOMER' ? 'The account was given' : `The role ${role} sees the stock of`;
    return [`${why} every ERP customer.`];
  }
  if (role !== 'CUSTOMER') return [`The role ${role} sees no stock.`];
  if (scope.names.size === 0) return ['No ERP customers are assigned, so no stock is shown.'];
  const assigned = [...scope.names].sort();
  try {
    return [`Stock is shown of ${listed(assigned)}.`, ...(await explainEmpty(assigned, scope, knowledge))];
  } catch (error) {
    if (!(error instanceof PorticoError) || error.code !== 'ERP_UNAVAILABLE') throw error;
    return [
      `Assigned: ${listed(assigned)}.`,
      'The ERP does not answer at the moment: no stock can be shown but what was read shortly before.',
    ];
  }
}

async function explainEmpty(
  assigned: readonly string[],
  scope: ErpScope,
  knowledge: StockKnowledge,
): Promise<string[]> {
  const there = new Set(await knowledge.customers(scope));
  const gone = assigned.filter((name) => !there.has(name));
  const counts = await Promise.all(
    [...there].map(async (name) => ({ name, items: await knowledge.itemCount(scope, name) })),
  );
  const empty = counts.filter(({ items }) => items === 0).map(({ name }) => name);
  const sentences: string[] = [];
  if (gone.length > 0) {
    sentences.push(
      `The ERP does not have ${listed(gone)} any more, or under another name: nothing is shown for it.`,
    );
  }
  if (empty.length > 0) sentences.push(`The ERP holds no stock for ${listed(empty.sort())} at the moment.`);
  return sentences;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => JSON.stringify(name));
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Such as 2026-11-22 09:30 UTC. */
const spoken = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
