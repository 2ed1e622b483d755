import { inTransaction } from '../../../db/in-transaction.js';
import { badUserInput } from '../../../shared/errors.js';
import { FieldProblems } from '../../../shared/field-problems.js';
import type { Origin } from '../../../shared/origin.js';
import { outOfRange } from '../../../shared/refusal-reasons.js';
import { lockCustomer } from '../../customers/lock-customer.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { NOTE } from '../shipment/shipment.js';
import { lastDayOf } from './earn-rewards.js';
import type { AdjustRewardsInput } from './edit-rewards.args.js';
import { appendReward, ledgerOf } from './ledger.js';
import { MAX_BALANCE } from './reward-entry.js';
import { rewardsOn } from './rewards-on.js';

const PATH = 'input.points';

/**
 * Gives a customer points, or takes some, for a reason.
 *
 * @throws FORBIDDEN if rewards are switched off; BAD_USER_INPUT for no points, no note, or more than the balance has or
 * holds; NOT_FOUND for a customer that is unknown or deleted
 */
export async function adjustRewards(
  dependencies: FreightDependencies,
  { customerId, points, note: entered }: AdjustRewardsInput,
  origin: Origin,
): Promise<void> {
  const { dataSource, customers, settings } = dependencies;
  const rewards = rewardsOn(settings);
  const problems = new FieldProblems();
  const note = problems.requiredText('input.note', entered, NOTE);
  if (points === 0) problems.add(PATH, '0', 'points to add, or to take away', { reason: 'NOT_ALLOWED' });
  problems.assertNone();
  await inTransaction(dataSource, async (tx) => {
    const customer = await lockCustomer(tx, customers, customerId, 'input.customerId');
    const ledger = await ledgerOf(tx, dependencies, customer);
    assertWithin(points, ledger.balance);
    const expiresOn = points > 0 ? lastDayOf(dependencies, rewards) : null;
    const entry = { kind: 'ADJUSTED', points, note, expiresOn } as const;
    await appendReward(tx, dependencies, { origin }, { ledger, entry });
  });
}

function assertWithin(points: number, balance: number): void {
  const [min, max] = [0 - balance, MAX_BALANCE - balance];
  if (points >= min && points <= max) return;
  const message = `found ${points}; wanted ${min} to ${max}, because the balance is ${balance}`;
  throw badUserInput({ path: PATH, message, ...outOfRange({ min, max }) });
}
