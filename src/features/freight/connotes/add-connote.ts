import type { Tx } from '../../../db/in-transaction.js';
import { conflict } from '../../../shared/errors.js';
import { limitReached } from '../../../shared/refusal-reasons.js';
import { changesBetween, fact } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { auditedBooking, connoteTarget } from './connote.audit.js';
import type { ConnoteRecord } from './connote.entity.js';
import type { ConnoteStore, NewConnote } from './connote.store.js';
import { mailBooking } from './connote-mails.js';

/** What a booking decides. A new connote has no driver, and is not delivered. */
export type Booking = Omit<NewConnote, 'driverId' | 'estimatedDeliveryOn' | 'deliveredAt'>;

/** How many connotes of a customer may not be confirmed. One that was cancelled counts for a day from its booking. */
const MAX_UNCONFIRMED = 1_000;

/** A connote to add. */
export interface NewBooking {
  booking: Booking;
  /** What the customer follows from in the input. */
  path: string;
  /** The number of the connote that this one repeats. */
  copyOf?: string;
}

/**
 * Adds a connote with its first event. The customer, whom the caller has locked, is told of one that isn't a draft.
 *
 * @throws CONFLICT if the customer has too many connotes that are not confirmed
 */
export async function addConnote(
  tx: Tx,
  dependencies: FreightDependencies,
  { origin }: Acting,
  { booking, path, copyOf }: NewBooking,
): Promise<ConnoteRecord> {
  const { connotes, audit, now } = dependencies;
  await assertFewUnconfirmed(tx, connotes, booking.customerId, path);
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
    changes: copyOf === undefined ? changes : [...changes, fact('copyOf', copyOf)],
  });
  if (connote.status === 'PENDING') await mailBooking(tx, dependencies, connote);
  return connote;
}

async function assertFewUnconfirmed(
  tx: Tx,
  connotes: ConnoteStore,
  customerId: string,
  path: string,
): Promise<void> {
  const count = await connotes.countUnconfirmed(tx, customerId, MAX_UNCONFIRMED);
  if (count < MAX_UNCONFIRMED) return;
  const found = `${count} connotes of this customer that are not confirmed, or were booked within 24 hours and cancelled`;
  throw conflict({
    path,
    message: `found ${found}; wanted fewer than ${MAX_UNCONFIRMED}`,
    ...limitReached(MAX_UNCONFIRMED),
  });
}
