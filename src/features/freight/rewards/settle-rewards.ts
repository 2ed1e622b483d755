import type { Tx } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import type { ConnoteRecord } from '../connotes/connote.entity.js';
import { type EarningDependencies, earnRewards } from './earn-rewards.js';
import { returnPoints } from './return-points.js';

/**
 * What the new status of a connote does to the points of its customer: its delivery earns some, its cancellation returns
 * those on its quote.
 */
export async function settleRewards(
  tx: Tx,
  dependencies: EarningDependencies,
  origin: Origin,
  connote: ConnoteRecord,
): Promise<void> {
  const { id, number, status, quoteId } = connote;
  if (status === 'DELIVERED') await earnRewards(tx, dependencies, origin, connote);
  if (status === 'CANCELLED' && quoteId !== null)
    await returnPoints(tx, dependencies, origin, [quoteId], { connote: { id, number } });
}
