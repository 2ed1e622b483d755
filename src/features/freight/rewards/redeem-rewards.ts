import { inTransaction } from '../../../db/in-transaction.js';
import { badUserInput, conflict } from '../../../shared/errors.js';
import { outOfRange } from '../../../shared/refusal-reasons.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import type { QuoteRecord } from '../quotes/quote.entity.js';
import type { RedeemRewardsInput } from './edit-rewards.args.js';
import { expireDue } from './expire-rewards.js';
import { appendReward, openLedger } from './ledger.js';
import { lockQuoted } from './lock-quoted.js';
import { pointsUpTo, worthOf } from './reward-amounts.js';
import type { NewRewardEntry } from './reward-entry.js';
import { rewardsOn } from './rewards-on.js';

const PATH = 'input.points';

/**
 * Uses points of a customer on their quote, on top of those that are on it already.
 *
 * @throws FORBIDDEN if rewards are switched off; NOT_FOUND; CONFLICT naming the status if the quote isn't QUOTED, or if
 * the version is outdated or the quote in another currency than the portal; BAD_USER_INPUT for more points than there are, or than the price is worth
 */
export function redeemRewards(
  dependencies: FreightDependencies,
  { quoteId, points, version = null }: RedeemRewardsInput,
  acting: Acting,
): Promise<QuoteRecord> {
  const { dataSource, rewards, quotes, settings } = dependencies;
  const { pointValue } = rewardsOn(settings);
  const seen = {
    ...{ id: quoteId, path: 'input.quoteId' },
    version: { found: version, path: 'input.version' },
  };
  return inTransaction(dataSource, async (tx) => {
    const quote = await lockQuoted(tx, dependencies, acting, seen);
    assertCurrency(quote, settings.currency);
    const { id, reference, totalAmount } = quote;
    // What has expired is not spent, even if no job has taken it yet.
    const ledger = await expireDue(tx, dependencies, await openLedger(tx, dependencies, quote.customerId));
    const [on] = await rewards.redeemedOn(tx, [id]);
    assertPoints(points, {
      balance: ledger.balance,
      worth: pointsUpTo(totalAmount, on?.discount ?? '0', pointValue),
    });
    const entry: NewRewardEntry = {
      ...{ kind: 'REDEEMED', points: -points, quote: { id, reference } },
      discount: worthOf(points, pointValue),
    };
    await appendReward(tx, dependencies, acting, { ledger, entry });
    return quotes.touch(tx, quote);
  });
}

function assertCurrency({ reference, currency }: QuoteRecord, wanted: string): void {
  if (currency === wanted) return;
  const message = `found ${reference} in ${currency}; wanted a quote in ${wanted}, in which points have a value`;
  throw conflict({ path: 'input.quoteId', message, reason: 'MISMATCH', params: { wanted } });
}

function assertPoints(points: number, { balance, worth }: { balance: number; worth: number }): void {
  const max = Math.min(balance, worth);
  if (points >= 1 && points <= max) return;
  const why = balance <= worth ? `${balance} points there are` : `${worth} points pay the price`;
  const message = `found ${points}; wanted 1 or more, and at most the ${why}`;
  throw badUserInput({ path: PATH, message, ...outOfRange({ min: Math.min(1, max), max }) });
}
