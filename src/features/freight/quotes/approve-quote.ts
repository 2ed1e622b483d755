import { inTransaction } from '../../../db/in-transaction.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import type { ApproveQuoteArgs } from './edit-quotes.args.js';
import { moveQuote, type QuoteMove } from './move-quote.js';
import type { QuoteRecord } from './quote.entity.js';

/**
 * Accepts the price of a quote, which can then be booked.
 *
 * @throws NOT_FOUND; CONFLICT naming the status, if it isn't QUOTED, its price has expired, or it is another version
 */
export function approveQuote(
  dependencies: FreightDependencies,
  { id, version = null }: ApproveQuoteArgs,
  acting: Acting,
): Promise<QuoteRecord> {
  const move: QuoteMove = {
    ...{ id, path: 'id', version, action: 'APPROVE', to: 'APPROVED', audited: 'QUOTE_APPROVED' },
  };
  return inTransaction(dependencies.dataSource, (tx) => moveQuote(tx, dependencies, move, acting));
}
