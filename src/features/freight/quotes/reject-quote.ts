import { inTransaction } from '../../../db/in-transaction.js';
import { FieldProblems } from '../../../shared/field-problems.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { NOTE } from '../shipment/shipment.js';
import { moveQuote, type QuoteMove } from './move-quote.js';
import type { QuoteRecord } from './quote.entity.js';

/**
 * Rejects a quote, or withdraws a request that has no price yet.
 *
 * @throws BAD_USER_INPUT for a note that can't be stored; NOT_FOUND; CONFLICT naming the status, if it is decided
 * already
 */
export async function rejectQuote(
  dependencies: FreightDependencies,
  input: { id: string; note?: string | null },
  acting: Acting,
): Promise<QuoteRecord> {
  const problems = new FieldProblems();
  const note = problems.text('note', input.note, NOTE);
  problems.assertNone();
  const move: QuoteMove = {
    id: input.id,
    path: 'id',
    action: 'REJECT',
    to: 'REJECTED',
    note,
    audited: 'QUOTE_REJECTED',
  };
  return inTransaction(dependencies.dataSource, (tx) => moveQuote(tx, dependencies, move, acting));
}
