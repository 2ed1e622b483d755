import { type AuditChange, type AuditTarget, fact, type Json } from '../../audit/audit-event.js';
import type { ConnoteRecord } from './connote.entity.js';
import type { StatusChange } from './read-status-change.js';

/** A connote as the target of an audit entry. */
export const connoteTarget = ({ id, number }: ConnoteRecord): AuditTarget => ({
  type: 'CONNOTE',
  id,
  label: number,
});

/** The fields of a connote that the audit log records when they change. */
export const auditedState = (connote: ConnoteRecord): Record<string, Json> => ({
  status: connote.status,
  driverId: connote.driverId,
  totalAmount: connote.totalAmount,
  estimatedDeliveryOn: connote.estimatedDeliveryOn,
  deliveredAt: connote.deliveredAt?.toISOString() ?? null,
});

/** What it records of the proof of a delivery. */
export const auditedProof = (proof: NonNullable<StatusChange['proof']>): AuditChange[] => [
  fact('receivedBy', proof.receivedBy),
  fact('signed', proof.signaturePng !== null),
  fact('photos', [...proof.photoIds]),
];

/** Those that it records of a new one. */
export const auditedBooking = (connote: ConnoteRecord): Record<string, Json> => {
  const { customerId, quoteId, service, weightKg, currency, customerReference, pickupOn } = connote;
  return {
    ...auditedState(connote),
    ...{ customerId, quoteId, service, weightKg, currency, customerReference, pickupOn },
    pickup: laneOf(connote.pickup),
    delivery: laneOf(connote.delivery),
  };
};

/** Without the names and phones of contacts: they are needed for the shipment, not for the record of who did what. */
const laneOf = ({ suburb, state, postcode, country }: ConnoteRecord['pickup']): Json => ({
  ...{ suburb, state, postcode, country },
});
