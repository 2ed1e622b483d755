import type { ConnoteStatus } from './connote-transitions.js';

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
}
