import type { Tx } from '../../../db/in-transaction.js';
import { badUserInput } from '../../../shared/errors.js';
import type { FieldProblems } from '../../../shared/field-problems.js';
import { tooEarly } from '../../../shared/refusal-reasons.js';
import { type AuditChange, fact } from '../../audit/audit-event.js';
import type { ConnoteRecord } from './connote.entity.js';
import type { ConnoteStore } from './connote.store.js';

const MAX_DAYS = 7;
const MAX_LATE_MS = MAX_DAYS * 24 * 3_600_000;
/** How far the clock of whoever enters an act may be ahead or behind. */
const TOLERANCE_MS = 60_000;

/**
 * When an act was done that is entered late; null if that isn't said, so that it is done now. A clock that is a little
 * ahead says now.
 *
 * @param path the name of the time in errors
 */
export function readActTime(
  at: Date | null | undefined,
  { path, now }: { path: string; now: Date },
  problems: FieldProblems,
): Date | null {
  if (!at) return null;
  const earliest = new Date(now.getTime() - MAX_LATE_MS);
  if (at.getTime() > now.getTime() + TOLERANCE_MS) {
    problems.add(path, at.toISOString(), `a time that has passed: now it is ${now.toISOString()}`, {
      reason: 'TOO_LATE',
    });
  } else if (at < earliest) {
    problems.add(
      path,
      at.toISOString(),
      `a time within ${MAX_DAYS} days: ${earliest.toISOString()} or later`,
      tooEarly(earliest.toISOString()),
    );
  }
  return at > now ? null : at;
}

/** When an act was done, and when it was recorded. */
export interface ActTimes {
  at: Date;
  recordedAt: Date;
}

/**
 * The times of an act at a connote, which the caller has locked. They are never before its last step, so that the history
 * has the order in which the steps were taken: the clocks of two instances differ by a moment, and the clock of whoever
 * enters an act late may be a little behind. Notes are no steps: the office writes them while a driver has no network.
 *
 * @param entered when it was done if it is entered late, else null; and the name of that time in errors
 * @throws BAD_USER_INPUT naming the time of an act that was done before the last step
 */
export async function timesOfAct(
  tx: Tx,
  { connotes, now }: { connotes: ConnoteStore; now: () => Date },
  { id, number }: ConnoteRecord,
  entered: { at: Date | null; path: string },
): Promise<ActTimes> {
  const { at, path } = entered;
  const last = await connotes.lastStepAt(tx, id);
  const recordedAt = latest(now(), last);
  if (!last || !at) return { at: at ?? recordedAt, recordedAt };
  if (last.getTime() - at.getTime() <= TOLERANCE_MS) return { at: latest(at, last), recordedAt };
  const wanted = `${last.toISOString()} or later, because that is when ${number} took its last step`;
  const message = `found ${at.toISOString()}; wanted ${wanted}`;
  throw badUserInput({ path, message, ...tooEarly(last.toISOString()) });
}

const latest = (one: Date, other: Date | null): Date => (other && other > one ? other : one);

/** What the audit log records, beside its own time, of an act that is entered late. */
export const auditedTime = ({ at, recordedAt }: ActTimes): AuditChange[] =>
  at < recordedAt ? [fact('at', at.toISOString())] : [];
