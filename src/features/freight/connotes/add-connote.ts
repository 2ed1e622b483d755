import type { Tx } from '../../../db/in-transaction.js';
import { changesBetween, fact } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { auditedBooking, connoteTarget } from './connote.audit.js';
import type { ConnoteRecord } from './connote.entity.js';
import type { NewConnote } from './connote.store.js';
import { mailBooking } from './connote-mails.js';

/** What a booking decides. A new connote has no driver, and is not delivered. */
export type Booking = Omit<NewConnote, 'driverId' | 'estimatedDeliveryOn' | 'deliveredAt'>;

/**
 * Adds a connote with its first event. The customer is told of one that isn't a draft.
 *
 * @param copyOf the number of the connote that this one repeats
 */
export async function addConnote(
  tx: Tx,
  dependencies: FreightDependencies,
  { origin }: Acting,
  { booking, copyOf = null }: { booking: Booking; copyOf?: string | null },
): Promise<ConnoteRecord> {
  const { connotes, audit, now } = dependencies;
  const undone = { driverId: null, estimatedDeliveryOn: null, deliveredAt: null };
  const connote = await connotes.insert(tx, { ...booking, ...undone });
  await connotes.addEvent(tx, {
    ...{ connoteId: connote.id, kind: 'STATUS', from: null, to: connote.status },
    ...{ byId: origin.actorId, note: null, at: now() },
  });
  const changes = changesBetween({}, auditedBooking(connote));
  await audit.append(tx, origin, {
    action: 'CONNOTE_BOOKED',
    target: connoteTarget(connote),
    changes: copyOf === null ? changes : [...changes, fact('copyOf', copyOf)],
  });
  if (connote.status === 'PENDING') await mailBooking(tx, dependencies, connote);
  return connote;
}
