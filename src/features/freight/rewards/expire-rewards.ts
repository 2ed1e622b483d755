import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { dayIn } from '../../../shared/day-in.js';
import { SYSTEM } from '../../../shared/origin.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { appendReward, type Ledger, type LedgerDependencies, openLedger } from './ledger.js';

/** What expiring points depends on. */
export type ExpiryDependencies = LedgerDependencies & {
  settings: Pick<FreightDependencies['settings'], 'timeZone' | 'rewards'>;
};

/**
 * Takes the points whose last day has passed. Each customer has a transaction of their own: what several instances do at
 * once happens once.
 */
export async function expireRewards(
  dependencies: ExpiryDependencies & Pick<FreightDependencies, 'dataSource'>,
): Promise<void> {
  const { dataSource, rewards, settings, now } = dependencies;
  if (settings.rewards === null || settings.rewards.expireDays === null) return;
  const customerIds = await rewards.customersWithDue(dayIn(settings.timeZone, now()));
  for (const customerId of customerIds) {
    await inTransaction(dataSource, async (tx) => {
      await expireDue(tx, dependencies, await openLedger(tx, dependencies, customerId));
    });
  }
}

/** Takes those of one customer. @returns how the ledger stands now */
export async function expireDue(tx: Tx, dependencies: ExpiryDependencies, ledger: Ledger): Promise<Ledger> {
  const { rewards, settings, now } = dependencies;
  if (settings.rewards === null || settings.rewards.expireDays === null) return ledger;
  const due = await rewards.due(tx, ledger.customer.id, dayIn(settings.timeZone, now()));
  if (due === 0) return ledger;
  const entry = { kind: 'EXPIRED', points: -due } as const;
  return appendReward(tx, dependencies, { origin: SYSTEM }, { ledger, entry });
}
