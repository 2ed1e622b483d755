import { CONNOTE_STATUSES, type ConnoteStatus } from './connote-transitions.js';

/** What an event is about. */
export const CONNOTE_EVENT_KINDS = ['STATUS', 'PRICE', 'DRIVER', 'NOTE', 'ATTEMPT'] as const;
/** One of these kinds. */
export type ConnoteEventKind = (typeof CONNOTE_EVENT_KINDS)[number];

/** Why goods could not be delivered. */
export const ATTEMPT_REASONS = [
  'NOBODY_THERE',
  'CLOSED',
  'REFUSED',
  'DAMAGED',
  'WRONG_ADDRESS',
  'OTHER',
] as const;
/** One of these reasons. */
export type AttemptReason = (typeof ATTEMPT_REASONS)[number];

/**
 * How many events of each kind a connote has at most: each kind for itself, so that notes can't use up the changes of the
 * driver. A connote has each status at most once, because no transition leads back.
 */
export const MAX_EVENTS: Readonly<Record<ConnoteEventKind, number>> = {
  STATUS: CONNOTE_STATUSES.length,
  PRICE: 30,
  DRIVER: 30,
  NOTE: 100,
  ATTEMPT: 30,
};
/** How many events of all kinds a connote has at most. */
export const MAX_EVENTS_OF_CONNOTE = Object.values(MAX_EVENTS).reduce((sum, count) => sum + count, 0);

/** An event to add. */
export interface NewConnoteEvent {
  connoteId: string;
  kind: ConnoteEventKind;
  /** Null for the booking. */
  from: ConnoteStatus | null;
  to: ConnoteStatus;
  byId: string | null;
  /** Given for a failed delivery only. */
  reason?: AttemptReason;
  note: string | null;
  at: Date;
  /** If it is recorded later than it was done. */
  recordedAt?: Date;
}
