import type { Tx } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import { type AuditAction, fact } from '../../audit/audit-event.js';
import type { AuditLog } from '../../audit/audit-log.js';
import type { CustomerRecord } from '../../customers/customer.entity.js';
import type { CustomerStore } from '../../customers/customer.store.js';
import { customerTarget } from '../../customers/customer-dependencies.js';
import type { LedgerState, RewardStore } from './reward.store.js';
import { MAX_BALANCE, type NewRewardEntry, type RewardEntryKind } from './reward-entry.js';

/** What changing a ledger depends on. */
export interface LedgerDependencies {
  customers: CustomerStore;
  rewards: RewardStore;
  audit: AuditLog;
  now: () => Date;
}

/** The ledger of a customer who is locked until the end of the transaction. */
export interface Ledger extends LedgerState {
  customer: CustomerRecord;
}

const ACTIONS = {
  EARNED: 'REWARDS_EARNED',
  REDEEMED: 'REWARDS_REDEEMED',
  RETURNED: 'REWARDS_RETURNED',
  ADJUSTED: 'REWARDS_ADJUSTED',
  EXPIRED: 'REWARDS_EXPIRED',
} as const satisfies Record<RewardEntryKind, AuditAction>;

/**
 * Locks a customer, whether or not they are deleted, and reads how their ledger stands. What locks a quote or a connote
 * too locks that first.
 */
export async function openLedger(
  tx: Tx,
  { customers, rewards }: Pick<LedgerDependencies, 'customers' | 'rewards'>,
  customerId: string,
): Promise<Ledger> {
  const customer = await customers.lock(tx, customerId);
  if (!customer) throw new Error('a quote or connote has no customer');
  return ledgerOf(tx, { rewards }, customer);
}

/** The ledger of a customer whom the caller has locked. */
export async function ledgerOf(
  tx: Tx,
  { rewards }: Pick<LedgerDependencies, 'rewards'>,
  customer: CustomerRecord,
): Promise<Ledger> {
  return { customer, ...(await rewards.last(tx, customer.id)) };
}

/**
 * Adds an entry with its audit entry. Points that the balance can't hold are left out.
 *
 * @param byId who did it; null where the portal acted
 * @returns how the ledger stands now
 */
export async function appendReward(
  tx: Tx,
  { rewards, audit, now }: Omit<LedgerDependencies, 'customers'>,
  { origin, byId = origin.actorId }: { origin: Origin; byId?: string | null },
  { ledger, entry }: { ledger: Ledger; entry: NewRewardEntry },
): Promise<Ledger> {
  const { customer, ordinal, balance: before } = ledger;
  const points = Math.min(entry.points, MAX_BALANCE - before);
  if (points === 0) return ledger;
  const after = { ordinal: ordinal + 1, balance: before + points };
  await rewards.insert(tx, { ...entry, points, customerId: customer.id, byId, at: now() }, after);
  const { kind, quote, connote, note } = entry;
  await audit.append(tx, origin, {
    action: ACTIONS[kind],
    target: customerTarget(customer),
    changes: [
      { field: 'balance', before, after: after.balance },
      fact('points', points),
      ...(quote ? [fact('quote', quote.reference)] : []),
      ...(connote ? [fact('connote', connote.number)] : []),
      ...(note ? [fact('note', note)] : []),
    ],
  });
  return { customer, ...after };
}
