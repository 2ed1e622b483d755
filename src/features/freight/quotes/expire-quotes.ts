import { inTransaction } from '../../../db/in-transaction.js';
import { dayIn } from '../../../shared/day-in.js';
import { SYSTEM } from '../../../shared/origin.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { returnPoints } from '../rewards/return-points.js';
import { quoteTarget } from './quote.audit.js';

/** How many quotes one transaction expires. */
const BATCH = 200;

type ExpiryDependencies = Pick<
  FreightDependencies,
  'dataSource' | 'quotes' | 'customers' | 'rewards' | 'audit' | 'now'
> & {
  settings: Pick<FreightDependencies['settings'], 'timeZone'>;
};

/**
 * Stores that prices have expired whose last day has passed, with their events and audit entries, and returns the points on
 * them. Until then `statusOn` shows them as EXPIRED.
 */
export async function expireQuotes(dependencies: ExpiryDependencies): Promise<void> {
  for (let expired = BATCH; expired === BATCH; ) expired = await expireBatch(dependencies);
}

function expireBatch(dependencies: ExpiryDependencies): Promise<number> {
  const { dataSource, quotes, audit, settings, now } = dependencies;
  const at = now();
  const today = dayIn(settings.timeZone, at);
  return inTransaction(dataSource, async (tx) => {
    const expired = await quotes.expire(tx, { today, at, limit: BATCH });
    const changes = [{ field: 'status', before: 'QUOTED', after: 'EXPIRED' }];
    await audit.append(
      tx,
      SYSTEM,
      ...expired.map((quote) => ({ action: 'QUOTE_EXPIRED' as const, target: quoteTarget(quote), changes })),
    );
    const ids = expired.map(({ id }) => id);
    await returnPoints(tx, dependencies, SYSTEM, ids);
    return expired.length;
  });
}
