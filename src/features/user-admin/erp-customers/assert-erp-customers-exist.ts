import { badUserInput, type FieldProblem, PorticoError } from '../../../shared/errors.js';
import type { InventoryStore } from '../../inventory/inventory.store.js';
import { underInput } from '../../users/portal-user-fields.js';
import type { UserAdminStore } from '../user-admin.store.js';
import { nameSuggester } from './suggest-names.js';

/** Enough to choose near names from; an ERP with more names its first. */
const MOST_NAMES = 20_000;
/** Looking for near names takes its time, and a list is read only so far. */
const MOST_WITH_NEAR = 10;
const MOST_TOLD = 100;
/** What an admin does isn't given up where the browser hangs up; the ERP has its own deadline. */
const never = new AbortController().signal;

/** A list of names as the input has it. */
export interface NamesToCheck {
  names: readonly string[];
  /** Those that need no check. */
  assigned: ReadonlySet<string>;
}

/**
 * Lets names pass that the ERP has, to the letter. While it doesn't answer, those that some login has already. Not to be
 * called within a transaction.
 *
 * @throws BAD_USER_INPUT for those that the ERP doesn't have, with the nearest that it has; ERP_UNAVAILABLE
 */
export async function assertErpCustomersExist(
  { inventory, store }: { inventory: InventoryStore; store: UserAdminStore },
  { names, assigned }: NamesToCheck,
): Promise<void> {
  const asked = [...new Set(names)].filter((name) => !assigned.has(name));
  if (asked.length === 0) return;
  const known = await inventory.existingCustomers(asked, never).catch(async (error: unknown) => {
    if (!isOutage(error)) throw error;
    const inUse = await store.namesInUse(asked);
    const unchecked = asked.filter((name) => !inUse.has(name));
    if (unchecked.length > 0) throw cannotCheck(unchecked, error);
    return inUse;
  });
  const unknown = asked.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const all = await inventory.customers({ all: true }, null, MOST_NAMES, never).catch(() => []);
  const nearTo = nameSuggester(all);
  const [first, ...others] = unknown.slice(0, MOST_TOLD).map((name, place): FieldProblem => {
    const near = place < MOST_WITH_NEAR ? nearTo(name) : [];
    const message = `found "${name}", which the ERP does not have${near.length > 0 ? `; near: ${inQuotes(near)}` : ''}`;
    return underInput({ path: `erpCustomerNames.${names.indexOf(name)}`, message });
  });
  if (first) throw badUserInput(first, ...others);
}

const inQuotes = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

const isOutage = (error: unknown): error is PorticoError =>
  error instanceof PorticoError && error.code === 'ERP_UNAVAILABLE';

function cannotCheck(names: readonly string[], cause: PorticoError): PorticoError {
  const told = inQuotes(names.slice(0, MOST_WITH_NEAR));
  const more = names.length > MOST_WITH_NEAR ? ` and ${names.length - MOST_WITH_NEAR} more` : '';
  const message = `The ERP does not answer at the moment, so nobody can say whether it has ${told}${more}. Try again later.`;
  return new PorticoError('ERP_UNAVAILABLE', message, { retryable: true }, { cause });
}
