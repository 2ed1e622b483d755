import type { Tx } from '../../../db/in-transaction.js';
import { addDays, dayIn } from '../../../shared/day-in.js';
import type { Origin } from '../../../shared/origin.js';
import type { ConnoteRecord } from '../connotes/connote.entity.js';
import { appendReward, type LedgerDependencies, openLedger } from './ledger.js';
import { pointsFor } from './reward-amounts.js';
import type { RewardSettings } from './reward-entry.js';

/** What earning points depends on. */
export type EarningDependencies = LedgerDependencies & {
  settings: { currency: string; timeZone: string; rewards: RewardSettings | null };
};

/** Gives the customer of a connote that was delivered its points. The caller has locked the connote. */
export async function earnRewards(
  tx: Tx,
  dependencies: EarningDependencies,
  origin: Origin,
  { id, number, customerId, totalAmount, currency }: ConnoteRecord,
): Promise<void> {
  const { rewards } = dependencies.settings;
  if (!rewards || currency !== dependencies.settings.currency) return;
  const points = pointsFor(totalAmount, rewards.pointsPerUnit);
  if (points === 0) return;
  const ledger = await openLedger(tx, dependencies, customerId);
  const expiresOn = lastDayOf(dependencies, rewards);
  const entry = { kind: 'EARNED', points, connote: { id, number }, expiresOn } as const;
  await appendReward(tx, dependencies, { origin, byId: null }, { ledger, entry });
}

/** The last day of points that are gained now; null if they never expire. */
export const lastDayOf = (
  { settings, now }: Pick<EarningDependencies, 'now'> & { settings: { timeZone: string } },
  { expireDays }: RewardSettings,
): string | null => (expireDays === null ? null : addDays(dayIn(settings.timeZone, now()), expireDays));
