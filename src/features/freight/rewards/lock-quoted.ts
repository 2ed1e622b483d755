import type { Tx } from '../../../db/in-transaction.js';
import { dayIn } from '../../../shared/day-in.js';
import { staleVersion } from '../../../shared/errors.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { freightScopeOf } from '../freight-scope.js';
import { quoteNotFound, wrongQuoteStatus } from '../quotes/move-quote.js';
import type { QuoteRecord } from '../quotes/quote.entity.js';
import { statusOn } from '../quotes/quote-rules.js';

/** A quote whose points change, as the caller saw it. */
export interface SeenQuote {
  id: string;
  /** Where the id stands in the input. */
  path: string;
  version: { found: number | null; path: string };
}

/** A quote that is QUOTED, and so has a price. */
export type PricedQuote = QuoteRecord & { totalAmount: string };

/**
 * Locks a quote in scope whose points may be changed, until the end of the transaction.
 *
 * @throws NOT_FOUND; CONFLICT if it isn't QUOTED, or the version is outdated
 */
export async function lockQuoted(
  tx: Tx,
  { quotes, settings, now }: Pick<FreightDependencies, 'quotes' | 'settings' | 'now'>,
  { viewer }: Acting,
  { id, path, version }: SeenQuote,
): Promise<PricedQuote> {
  const quote = await quotes.lock(tx, freightScopeOf(viewer), id);
  if (!quote) throw quoteNotFound(path, id);
  if (version.found !== null && version.found !== quote.version) {
    throw staleVersion('quote', { found: version.found, current: quote.version, path: version.path });
  }
  const { reference, totalAmount } = quote;
  const status = statusOn(dayIn(settings.timeZone, now()), quote);
  if (status !== 'QUOTED' || totalAmount === null)
    throw wrongQuoteStatus(path, reference, status, ['QUOTED']);
  return Object.assign(quote, { totalAmount });
}
