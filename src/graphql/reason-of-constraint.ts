import { outOfRange, type Reason, tooLong, tooMany } from '../shared/refusal-reasons.js';

/** The reason for each constraint of class-validator with a limit, by the constraint's name. */
const BY_LIMIT: Record<string, (limit: number) => Reason> = {
  maxLength: tooLong,
  arrayMaxSize: tooMany,
  min: (min) => outOfRange({ min }),
  max: (max) => outOfRange({ max }),
};
const OTHERS: Record<string, Reason> = { arrayUnique: { reason: 'DUPLICATE' } };

/**
 * Why class-validator refuses a value.
 *
 * @param message names the limit at its end: class-validator gives it nowhere else
 * @param context of the constraint, where it has one: its reason
 */
export function reasonOfConstraint(name: string, message: string, context?: Reason): Reason {
  const limit = /(\d+)\D*$/.exec(message)?.[1];
  const withLimit = limit === undefined ? undefined : BY_LIMIT[name]?.(Number(limit));
  return context ?? withLimit ?? OTHERS[name] ?? { reason: 'INVALID_FORMAT' };
}
