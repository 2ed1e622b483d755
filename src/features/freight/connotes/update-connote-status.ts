import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { dayIn } from '../../../shared/day-in.js';
import { badUserInput, conflict, forbidden } from '../../../shared/errors.js';
import { changesBetween } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { addProof } from '../proof/add-proof.js';
import { withSignature } from '../proof/with-signature.js';
import { assertTakesEvent } from './assert-takes-event.js';
import { auditedProof, auditedState, connoteTarget } from './connote.audit.js';
import { type ConnoteRecord, isPriced } from './connote.entity.js';
import { mailBooking, mailNews } from './connote-mails.js';
import { isForOthers, mayMove, TRANSITIONS } from './connote-transitions.js';
import type { UpdateConnoteStatusInput } from './edit-connotes.args.js';
import { assertVersion, lockConnote, lockUnchangedConnote, wrongStatus } from './lock-connote.js';
import { readStatusChange, type StatusChange } from './read-status-change.js';

interface Move {
  connote: ConnoteRecord;
  change: StatusChange;
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
  const change = readStatusChange(input, { prefix, requireProof, today: dayIn(timeZone, now()) });
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
    if (change.driverId !== null) await assertDriver(tx, dependencies, connote, { ...change, prefix });
    return move(tx, dependencies, acting, { connote, change, signatureKey, path });
  });
}

function assertMayMove(
  { viewer }: Acting,
  connote: ConnoteRecord,
  { from, to, version }: StatusChange,
  prefix: string,
): void {
  const { number, status } = connote;
  assertVersion(connote, { version, path: `${prefix}version` });
  if (from !== null && from !== status) throw wrongStatus(`${prefix}from`, connote, [from]);
  const path = `${prefix}id`;
  if (!mayMove(viewer.role, status, to)) {
    const starts = TRANSITIONS.filter((one) => one.to === to && mayMove(viewer.role, one.from, to));
    const wanted = starts.map((one) => one.from);
    const inWords =
      wanted.length > 0
        ? `${wanted.join(' or ')}, from where your role moves it to ${to}`
        : `a step to another status than ${to}`;
    throw wrongStatus(path, connote, wanted, inWords);
  }
  if (to === 'CONFIRMED' && !isPriced(connote)) {
    const message = `found ${number} in the status ${status}, which has no price yet; wanted one that priceConnote has priced`;
    throw conflict({ path, message, reason: 'LACKS', params: { what: 'PRICE' } });
  }
}

async function assertDriver(
  tx: Tx,
  { connotes, drivers }: FreightDependencies,
  connote: ConnoteRecord,
  { driverId, prefix }: StatusChange & { prefix: string },
): Promise<void> {
  const { number, status, driverId: current } = connote;
  const path = `${prefix}driverId`;
  if (driverId !== null && driverId === current && status === 'ALLOCATED') {
    const message = `found the driver who has ${number} already, in the status ${status}; wanted another driver`;
    throw conflict({ path, message, reason: 'SAME_AS_BEFORE' });
  }
  if (status === 'ALLOCATED')
    await assertTakesEvent(tx, connotes, connote, { kind: 'DRIVER', path: `${prefix}id` });
  if (driverId !== null && (await drivers.lock(tx, driverId))) return;
  const message = `found "${driverId}"; wanted the id of an active driver`;
  throw badUserInput({ path, message, reason: 'UNKNOWN' });
}

async function move(
  tx: Tx,
  dependencies: FreightDependencies,
  { origin, viewer }: Acting,
  { connote, change, signatureKey, path }: Move,
): Promise<ConnoteRecord> {
  const { connotes, audit, now } = dependencies;
  const at = now();
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
  await connotes.addEvent(tx, { connoteId, kind, from, to, byId, note, at });
  if (proof) {
    const { receivedBy, photoIds } = proof;
    await addProof(tx, dependencies, { connoteId, byId, at, note, receivedBy, photoIds, signatureKey }, path);
  }
  const changes = changesBetween(before, auditedState(saved));
  await audit.append(tx, origin, {
    action: to === 'CANCELLED' ? 'CONNOTE_CANCELLED' : 'CONNOTE_STATUS_CHANGED',
    target: connoteTarget(saved),
    changes: proof ? [...changes, ...auditedProof(proof)] : changes,
  });
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
