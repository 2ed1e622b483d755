import { PorticoError } from '../../shared/errors.js';
import type { Limits } from '../../shared/limits.js';

const LABELS: Record<keyof Omit<Limits, 'bodyBytes'>, string> = {
  characters: 'characters',
  tokens: 'tokens',
  operations: 'operations',
  depth: 'levels of fields',
  rootFields: 'root fields, with fragments expanded',
  aliases: 'aliases, with fragments expanded',
  duplicates: 'fields with the same name in one selection, with fragments expanded',
  directives: 'directives, with fragments expanded',
  recursion: 'fields with the same name nested in each other',
  listItems: 'items in the lists of its arguments and variables, with fragments expanded',
  cost: 'fields in total over all requested rows',
};

/**
 * @throws QUERY_TOO_COMPLEX if `found` exceeds the limit, with the name of the limit, what was found and what is
 * allowed
 */
export function assertWithin(limits: Limits, limit: keyof typeof LABELS, found: number): void {
  const allowed = limits[limit];
  if (found <= allowed) return;
  const message = `The query has ${found} ${LABELS[limit]}; ${allowed} are allowed.`;
  throw new PorticoError('QUERY_TOO_COMPLEX', message, { limit, found, allowed });
}

/** Caps a sum so that it stays an exact integer in JSON, however often it doubles. */
export function capToSafeInteger(sum: number): number {
  return Math.min(sum, Number.MAX_SAFE_INTEGER);
}
