import type { ErpScope } from '../../shared/auth.js';
import { badUserInput, type FieldProblem, PorticoError } from '../../shared/errors.js';
import { tooMany } from '../../shared/refusal-reasons.js';
import type { InventoryFilter } from '../inventory/inventory.args.js';
import { inventoryOrder } from '../inventory/inventory.order.js';
import type { InventoryStore } from '../inventory/inventory.store.js';
import { serialize } from './snapshot.js';

/** An answer of the ERP as it is stored: all rows, or why they can't be watched. */
export interface Answer {
  asOf: Date;
  refused: boolean;
  payload: string;
}

/** What asking needs. */
export interface Asking {
  inventory: Pick<InventoryStore, 'page'>;
  maxRows: number;
  signal: AbortSignal;
}

/** Asks the ERP for all rows that answer a question. @throws ERP_UNAVAILABLE */
export async function askInventory(
  scope: ErpScope,
  filter: InventoryFilter,
  { inventory, maxRows, signal }: Asking,
): Promise<Answer> {
  const terms = inventoryOrder([{ column: 'row_id', direction: 'ASC' }], scope);
  const page = { terms, limit: maxRows, backwards: false, after: null, before: null };
  try {
    const { value, asOf } = await inventory.page(scope, filter, page, { signal, orStale: false });
    if (value.length > maxRows) return refusal(tooManyRows(maxRows));
    return { asOf, refused: false, payload: serialize(value) };
  } catch (error) {
    const [problem] =
      error instanceof PorticoError ? ((error.extensions['fields'] ?? []) as FieldProblem[]) : [];
    if (problem) return refusal(problem);
    throw error;
  }
}

const refusal = (problem: FieldProblem): Answer => ({
  ...{ asOf: new Date(), refused: true },
  payload: JSON.stringify(problem),
});

const tooManyRows = (max: number): FieldProblem => ({
  path: 'filter',
  message: `found more than ${max} rows; wanted a filter that fewer meet`,
  ...tooMany(max),
});

/** A stored refusal as watchers get it. */
export const toRefusal = (payload: string): PorticoError => badUserInput(JSON.parse(payload) as FieldProblem);
