import { PorticoError } from '../../shared/errors.js';
import type { Limits } from '../../shared/limits.js';

const LABELS: Record<keyof Omit<Limits, 'bodyBytes'>, string> = {
  characters: 'characters',
  tokens: 'tokens',
  operations: 'operations',
  depth: 'levels of fields',
  rootFields: 'fields at the root, fragments written out',
  aliases: 'aliases, fragments written out',
  duplicates: 'fields of one name in one selection, fragments written out',
  directives: 'directives, fragments written out',
  recursion: 'fields of one name within each other',
  listItems: 'items in the lists of its arguments and variables',
  cost: 'fields over all the rows that it asks for',
};

/** @throws QUERY_TOO_COMPLEX where more was found than is allowed, saying which limit, what was found and what is allowed */
export function assertWithin(limits: Limits, limit: keyof typeof LABELS, found: number): void {
  const allowed = limits[limit];
  if (found <= allowed) return;
  const message = `The query has ${found} ${LABELS[limit]}; ${allowed} are allowed.`;
  throw new PorticoError('QUERY_TOO_COMPLEX', message, { limit, found, allowed });
}

/** A sum that stays a whole number in JSON, however often it doubles. */
export function capToSafeInteger(sum: number): number {
  return Math.min(sum, Number.MAX_SAFE_INTEGER);
}
