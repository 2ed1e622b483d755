import { inTransaction } from '../../../db/in-transaction.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import type { QuoteRecord } from '../quotes/quote.entity.js';
import { lockQuoted } from './lock-quoted.js';
import { returnPoints } from './return-points.js';
import { rewardsOn } from './rewards-on.js';

/**
 * Takes all points back that a customer uses on their quote. Without any, nothing changes.
 *
 * @throws FORBIDDEN if rewards are switched off; NOT_FOUND; CONFLICT naming the status if the quote isn't QUOTED, or if
 * the version is outdated
 */
export function returnRewards(
  dependencies: FreightDependencies,
  { quoteId, version = null }: { quoteId: string; version?: number | null },
  acting: Acting,
): Promise<QuoteRecord> {
  const { dataSource, quotes, settings } = dependencies;
  rewardsOn(settings);
  const seen = { id: quoteId, path: 'quoteId', version: { found: version, path: 'version' } };
  return inTransaction(dataSource, async (tx) => {
    const quote = await lockQuoted(tx, dependencies, acting, seen);
    const returned = await returnPoints(tx, dependencies, acting.origin, [quoteId]);
    return returned ? quotes.touch(tx, quote) : quote;
  });
}
