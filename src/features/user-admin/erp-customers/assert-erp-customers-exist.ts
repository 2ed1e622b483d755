import { FULL_SCOPE } from '../../../shared/auth.js';
import { badUserInput, type FieldProblem, PorticoError } from '../../../shared/errors.js';
import type { InventoryStore } from '../../inventory/inventory.store.js';
import { underInput } from '../../users/portal-user-fields.js';
import type { UserAdminStore } from '../user-admin.store.js';
import { nameSuggester } from './suggest-names.js';

/** How many names of the ERP are searched for similar ones: the first, if it has more. */
const MAX_SEARCHED = 20_000;
/** How many unknown names get suggestions. Searching takes time, and users do not read long lists. */
const MAX_WITH_SUGGESTIONS = 10;
/** How many unchecked names the message lists. The rest are only counted. */
const MAX_LISTED = 10;
/** How many unknown names are reported. */
const MAX_REPORTED = 100;
/** A change by an admin continues if the browser disconnects. The ERP query has its own deadline. */
const neverAborted = new AbortController().signal;

/** The names in an input. */
export interface NamesToCheck {
  names: readonly string[];
  /** The names that the login has already. They are not checked. */
  assigned: ReadonlySet<string>;
}

/**
 * Throws unless the ERP has a customer with exactly each of these names. While the ERP is down, a name that is already
 * assigned to any login also passes. Must not be called within a transaction.
 *
 * @throws BAD_USER_INPUT for names that the ERP does not have, with the most similar names that it has; ERP_UNAVAILABLE
 * if the ERP is down and a name can't be checked
 */
export async function assertErpCustomersExist(
  { inventory, store }: { inventory: InventoryStore; store: UserAdminStore },
  { names, assigned }: NamesToCheck,
): Promise<void> {
  const asked = [...new Set(names)].filter((name) => !assigned.has(name));
  if (asked.length === 0) return;
  const known = await inventory.existingCustomers(asked, neverAborted).catch(async (error: unknown) => {
    if (!isOutage(error)) throw error;
    const inUse = await store.namesInUse(asked);
    const unchecked = asked.filter((name) => !inUse.has(name));
    if (unchecked.length > 0) throw cannotCheck(unchecked, error);
    return inUse;
  });
  const unknown = asked.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const all = await inventory.customers(FULL_SCOPE, null, MAX_SEARCHED, neverAborted).catch(() => []);
  const suggest = nameSuggester(all);
  const [first, ...others] = unknown.slice(0, MAX_REPORTED).map((name, index): FieldProblem => {
    const similar = index < MAX_WITH_SUGGESTIONS ? suggest(name) : [];
    const params = similar.length > 0 ? { name, near: similar } : { name };
    const message = `found "${name}", which the ERP does not have${similar.length > 0 ? `; near: ${inQuotes(similar)}` : ''}`;
    return underInput({
      path: `erpCustomerNames.${names.indexOf(name)}`,
      message,
      reason: 'UNKNOWN',
      params,
    });
  });
  if (first) throw badUserInput(first, ...others);
}

const inQuotes = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

const isOutage = (error: unknown): error is PorticoError =>
  error instanceof PorticoError && error.code === 'ERP_UNAVAILABLE';

function cannotCheck(names: readonly string[], cause: PorticoError): PorticoError {
  const listed = inQuotes(names.slice(0, MAX_LISTED));
  const more = names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : '';
  const message = `The ERP does not answer at the moment, so these names can't be checked: ${listed}${more}. Try again later.`;
  return new PorticoError('ERP_UNAVAILABLE', message, { retryable: true }, { cause });
}
