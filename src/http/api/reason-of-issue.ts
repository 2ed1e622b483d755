import type { z } from 'zod';
import {
  invalidFormat,
  notAChoice,
  outOfRange,
  type Reason,
  tooLong,
  tooMany,
} from '../../shared/refusal-reasons.js';

const FORMATS = { guid: 'id', date: 'day', datetime: 'time' } as const;

/** Why zod refuses a value. */
export function reasonOfIssue(issue: z.core.$ZodIssue): Reason {
  if (issue.code === 'unrecognized_keys') return { reason: 'UNKNOWN' };
  if (issue.code === 'invalid_value') return notAChoice(...issue.values.map(String));
  if (issue.code === 'too_big') return tooBig(issue.origin, Number(issue.maximum));
  if (issue.code === 'too_small') return tooSmall(issue.origin, Number(issue.minimum));
  // zod says only in its message that there was nothing.
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return { reason: 'REQUIRED' };
  }
  const format = issue.code === 'invalid_format' ? FORMATS[issue.format as keyof typeof FORMATS] : undefined;
  return format ? invalidFormat(format) : { reason: 'INVALID_FORMAT' };
}

function tooBig(origin: string, max: number): Reason {
  if (origin === 'string') return tooLong(max);
  return origin === 'array' ? tooMany(max) : outOfRange({ max });
}

function tooSmall(origin: string, min: number): Reason {
  if (origin !== 'string') return outOfRange({ min });
  return min === 1 ? { reason: 'REQUIRED' } : { reason: 'TOO_SHORT', params: { min } };
}
