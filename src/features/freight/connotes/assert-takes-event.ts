import type { Tx } from '../../../db/in-transaction.js';
import { conflict } from '../../../shared/errors.js';
import { limitReached } from '../../../shared/refusal-reasons.js';
import type { ConnoteStore } from './connote.store.js';
import { type ConnoteEventKind, MAX_EVENTS } from './connote-event.js';

const WORDS = {
  PRICE: 'changes of its price',
  DRIVER: 'changes of its driver',
  NOTE: 'notes',
  ATTEMPT: 'failed deliveries',
} as const satisfies Partial<Record<ConnoteEventKind, string>>;

/**
 * Passes if a connote, which the caller has locked, may have one more event that leaves its status.
 *
 * @param path the path of the connote's id in the input
 * @throws CONFLICT if it has as many of this kind as a connote may have
 */
export async function assertTakesEvent(
  tx: Tx,
  connotes: ConnoteStore,
  { id, number }: { id: string; number: string },
  { kind, path }: { kind: keyof typeof WORDS; path: string },
): Promise<void> {
  const count = await connotes.countEvents(tx, id, kind);
  if (count < MAX_EVENTS[kind]) return;
  const message = `found ${number} with ${count} ${WORDS[kind]}; wanted fewer than ${MAX_EVENTS[kind]}`;
  throw conflict({ path, message, ...limitReached(MAX_EVENTS[kind]) });
}
