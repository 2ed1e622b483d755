import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { dayIn } from '../../../shared/day-in.js';
import { forbidden } from '../../../shared/errors.js';
import { changesBetween } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { addProof } from '../proof/add-proof.js';
import { withSignature } from '../proof/with-signature.js';
import { settleRewards } from '../rewards/settle-rewards.js';
import { type ActTimes, auditedTime, timesOfAct } from './act-time.js';
import { assertDriver, assertMayMove } from './assert-may-move.js';
import { auditedProof, auditedState, connoteTarget } from './connote.audit.js';
import type { ConnoteRecord } from './connote.entity.js';
import { mailBooking, mailNews } from './connote-mails.js';
import { isForOthers } from './connote-transitions.js';
import type { UpdateConnoteStatusInput } from './edit-connotes.args.js';
import { lockConnote, lockUnchangedConnote } from './lock-connote.js';
import { readStatusChange, type StatusChange } from './read-status-change.js';

interface Move {
  connote: ConnoteRecord;
  change: StatusChange;
  times: ActTimes;
  signatureKey: string | null;
  /** The name of the proof in errors. */
  path: string;
}

/**
 * Moves a connote to another status, or to another driver.
 *
 * @param prefix the beginning of every path in the caller's input
 * @throws FORBIDDEN if only other roles move a connote there; BAD_USER_INPUT naming every invalid field; NOT_FOUND;
 * CONFLICT naming the status if the connote can't be moved from it, or isn't in the version that the caller saw, or changed
 * meanwhile, or if its driver was changed too often; INTERNAL_SERVER_ERROR, retryable, if a signature can't be stored
 */
export async function updateConnoteStatus(
  dependencies: FreightDependencies,
  acting: Acting,
  input: UpdateConnoteStatusInput,
  prefix = 'input.',
): Promise<ConnoteRecord> {
  const { dataSource, connotes, settings, now } = dependencies;
  const { viewer } = acting;
  if (isForOthers(viewer.role, input.to)) throw forbidden();
  const { requireProof, timeZone } = settings;
  const rules = { prefix, requireProof, now: now(), today: dayIn(timeZone, now()) };
  const change = readStatusChange(input, rules);
  const key = { id: change.id, path: `${prefix}id` };
  const path = `${prefix}proof`;
  const signature = {
    signaturePng: change.proof?.signaturePng ?? null,
    path: `${path}.signaturePng`,
  };
  if (signature.signaturePng !== null) {
    // A signature is decoded and stored only for whoever may deliver, and not while the connote is locked.
    await inTransaction(dataSource, async (tx) =>
      assertMayMove(acting, await lockConnote(tx, connotes, viewer, key), change, prefix),
    );
  }
  return withSignature(dependencies, signature, async (tx, signatureKey) => {
    const connote = await lockUnchangedConnote(tx, connotes, viewer, key);
    assertMayMove(acting, connote, change, prefix);
    const times = await timesOfAct(tx, dependencies, connote, { at: change.at, path: `${prefix}at` });
    if (change.driverId !== null) await assertDriver(tx, dependencies, connote, { ...change, prefix });
    return move(tx, dependencies, acting, { connote, change, times, signatureKey, path });
  });
}

async function move(
  tx: Tx,
  dependencies: FreightDependencies,
  { origin, viewer }: Acting,
  { connote, change, times, signatureKey, path }: Move,
): Promise<ConnoteRecord> {
  const { connotes, audit } = dependencies;
  const { at } = times;
  const before = auditedState(connote);
  const { status: from, id: connoteId } = connote;
  const { to, note, proof } = change;
  Object.assign(connote, {
    status: to,
    driverId: change.driverId ?? connote.driverId,
    estimatedDeliveryOn: change.estimatedDeliveryOn ?? connote.estimatedDeliveryOn,
    deliveredAt: to === 'DELIVERED' ? at : null,
  });
  const saved = await connotes.save(tx, connote);
  const kind = from === to ? 'DRIVER' : 'STATUS';
  const byId = viewer.userId;
  await connotes.addEvent(tx, { connoteId, kind, from, to, byId, note, ...times });
  if (proof) {
    const { receivedBy, photoIds } = proof;
    await addProof(tx, dependencies, { connoteId, byId, at, note, receivedBy, photoIds, signatureKey }, path);
  }
  const changes = [...changesBetween(before, auditedState(saved)), ...auditedTime(times)];
  await audit.append(tx, origin, {
    action: to === 'CANCELLED' ? 'CONNOTE_CANCELLED' : 'CONNOTE_STATUS_CHANGED',
    target: connoteTarget(saved),
    changes: proof ? [...changes, ...auditedProof(proof)] : changes,
  });
  await settleRewards(tx, dependencies, origin, saved);
  await mailMove(tx, dependencies, saved, change);
  return saved;
}

/** An allocation isn't news to the customer. */
async function mailMove(
  tx: Tx,
  dependencies: FreightDependencies,
  connote: ConnoteRecord,
  { to, note }: StatusChange,
): Promise<void> {
  if (to === 'PENDING') await mailBooking(tx, dependencies, connote);
  else if (to !== 'ALLOCATED' && to !== 'DRAFT')
    await mailNews(tx, dependencies, connote, { news: to, note });
}
