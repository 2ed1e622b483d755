import type { Tx } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import { appendReward, type LedgerDependencies, openLedger } from './ledger.js';
import type { NewRewardEntry } from './reward-entry.js';

/**
 * Returns the points on quotes to their customers, whether or not rewards are switched off by now. The caller has locked
 * the quotes, or the connote that was booked of the only one.
 *
 * @returns whether there were any
 */
export async function returnPoints(
  tx: Tx,
  dependencies: LedgerDependencies,
  origin: Origin,
  quoteIds: readonly string[],
  more: Pick<NewRewardEntry, 'connote' | 'note'> = {},
): Promise<boolean> {
  const redeemed = await dependencies.rewards.redeemedOn(tx, quoteIds);
  for (const { quoteId, reference, customerId, points, discount } of redeemed) {
    const ledger = await openLedger(tx, dependencies, customerId);
    const entry: NewRewardEntry = {
      ...{ kind: 'RETURNED', points, discount: negative(discount), ...more },
      quote: { id: quoteId, reference },
    };
    await appendReward(tx, dependencies, { origin }, { ledger, entry });
  }
  return redeemed.length > 0;
}

const negative = (amount: string) => `-${amount}`;
