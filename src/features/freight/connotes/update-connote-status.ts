import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { dayIn } from '../../../shared/day-in.js';
import { badUserInput, conflict, forbidden } from '../../../shared/errors.js';
import { changesBetween, fact } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { auditedState, connoteTarget } from './connote.audit.js';
import { type ConnoteRecord, isPriced } from './connote.entity.js';
import { mailBooking, mailNews } from './connote-mails.js';
import { mayEverMoveTo, mayMove, TRANSITIONS } from './connote-transitions.js';
import type { UpdateConnoteStatusInput } from './edit-connotes.args.js';
import { lockUnchangedConnote, wrongStatus } from './lock-connote.js';
import { readStatusChange, type StatusChange } from './read-status-change.js';

/**
 * Moves a connote to another status, or to another driver.
 *
 * @param prefix the beginning of every path in the caller's input
 * @throws FORBIDDEN if the role never moves a connote there; BAD_USER_INPUT naming every invalid field; NOT_FOUND;
 * CONFLICT naming the status if the connote can't be moved from it, or changed meanwhile
 */
export async function updateConnoteStatus(
  dependencies: FreightDependencies,
  acting: Acting,
  input: UpdateConnoteStatusInput,
  prefix = 'input.',
): Promise<ConnoteRecord> {
  const { dataSource, connotes, settings, now } = dependencies;
  const { viewer } = acting;
  if (!mayEverMoveTo(viewer.role, input.to)) throw forbidden();
  const { requireProof, timeZone } = settings;
  const change = readStatusChange(input, { prefix, requireProof, today: dayIn(timeZone, now()) });
  return inTransaction(dataSource, async (tx) => {
    const key = { id: change.id, path: `${prefix}id` };
    const connote = await lockUnchangedConnote(tx, connotes, viewer, key);
    assertMayMove(acting, connote, change, prefix);
    if (change.driverId !== null) await assertDriver(tx, dependencies, connote, { ...change, prefix });
    return move(tx, dependencies, acting, { connote, change });
  });
}

function assertMayMove(
  { viewer }: Acting,
  connote: ConnoteRecord,
  { from, to }: StatusChange,
  prefix: string,
): void {
  const { number, status } = connote;
  if (from !== null && from !== status) throw wrongStatus(`${prefix}from`, connote, from);
  const path = `${prefix}id`;
  if (!mayMove(viewer.role, status, to)) {
    const starts = TRANSITIONS.filter((one) => one.to === to && mayMove(viewer.role, one.from, to));
    const wanted = `${starts.map((one) => one.from).join(' or ')}, from where your role moves it to ${to}`;
    throw wrongStatus(path, connote, wanted);
  }
  if (to === 'CONFIRMED' && !isPriced(connote)) {
    const message = `found ${number} in the status ${status}, which has no price yet; wanted one that priceConnote has priced`;
    throw conflict({ path, message });
  }
}

async function assertDriver(
  tx: Tx,
  { drivers }: FreightDependencies,
  { number, status, driverId: current }: ConnoteRecord,
  { driverId, prefix }: StatusChange & { prefix: string },
): Promise<void> {
  const path = `${prefix}driverId`;
  if (driverId !== null && driverId === current && status === 'ALLOCATED') {
    const message = `found the driver who has ${number} already, in the status ${status}; wanted another driver`;
    throw conflict({ path, message });
  }
  if (driverId !== null && (await drivers.lock(tx, driverId))) return;
  throw badUserInput({ path, message: `found "${driverId}"; wanted the id of an active driver` });
}

async function move(
  tx: Tx,
  dependencies: FreightDependencies,
  { origin, viewer }: Acting,
  { connote, change }: { connote: ConnoteRecord; change: StatusChange },
): Promise<ConnoteRecord> {
  const { connotes, proofs, audit, now } = dependencies;
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
  if (proof) await proofs.add(tx, { connoteId, byId, at, note, ...proof });
  const changes = changesBetween(before, auditedState(saved));
  await audit.append(tx, origin, {
    action: to === 'CANCELLED' ? 'CONNOTE_CANCELLED' : 'CONNOTE_STATUS_CHANGED',
    target: connoteTarget(saved),
    changes: proof ? [...changes, fact('receivedBy', proof.receivedBy)] : changes,
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
