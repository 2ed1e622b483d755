import { PorticoError } from '../../shared/errors.js';

/** A code and what it means. */
type CloseReason = readonly [code: number, reason: string];

/** A frame that closes has room for 123 bytes. */
const MAX_REASON = 100;
const TRY_LATER = 1013;
/** What graphql-ws says of a message that only a server may send. */
const UNEXPECTED = /^Unexpected message of type /;

/**
 * Why a WebSocket is closed: codes of GraphQL's protocol from 4400 on, the others as RFC 6455, section 7.4.1, and the registry of
 * IANA have them.
 */
export const CLOSE = {
  failed: [1011, 'Something went wrong on our side.'],
  stopping: [1012, 'This instance is stopping; connect again.'],
  tooMany: [TRY_LATER, 'Too many connections; try again later.'],
  unexpected: [4400, 'Only a server sends this.'],
  forbidden: [4403, 'Forbidden'],
  stalled: [4408, 'You did not read what was sent.'],
} as const satisfies Record<string, CloseReason>;

/** Why a WebSocket is closed after an error of a message. */
export function closeReasonOf(error: unknown): CloseReason {
  if (error instanceof PorticoError) return [TRY_LATER, error.message.slice(0, MAX_REASON)];
  return error instanceof Error && UNEXPECTED.test(error.message) ? CLOSE.unexpected : CLOSE.failed;
}
