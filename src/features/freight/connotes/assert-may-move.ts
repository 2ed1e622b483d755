import type { Tx } from '../../../db/in-transaction.js';
import { badUserInput, conflict } from '../../../shared/errors.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { assertTakesEvent } from './assert-takes-event.js';
import { type ConnoteRecord, isPriced } from './connote.entity.js';
import { mayMove, TRANSITIONS } from './connote-transitions.js';
import { assertVersion, wrongStatus } from './lock-connote.js';
import type { StatusChange } from './read-status-change.js';

/**
 * Passes if the viewer may move a connote, which they see, as the change says.
 *
 * @param prefix the beginning of every path in the caller's input
 * @throws CONFLICT naming the status or version, if it is another than the caller saw or doesn't allow the move
 */
export function assertMayMove(
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

/**
 * Passes if a connote, which the caller has locked, may get the driver that the change names.
 *
 * @throws BAD_USER_INPUT unless it is an active driver; CONFLICT if they have it already, or too many had it
 */
export async function assertDriver(
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
