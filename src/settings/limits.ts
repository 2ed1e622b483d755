import type { Limits } from '../shared/limits.js';
import { type Checked, whole } from './values.js';

const limit = whole(1, 100_000_000);

/** The environment variables of the limits on one request. */
export const limitSettings = {
  LIMIT_BODY_BYTES: limit.default(256 * 1024),
  LIMIT_CHARACTERS: limit.default(20_000),
  // The next two have a low maximum because the parser is recursive: deeper nesting could overflow the stack.
  LIMIT_TOKENS: whole(1, 10_000).default(2_000),
  LIMIT_DEPTH: whole(1, 100).default(15),
  LIMIT_OPERATIONS: limit.default(10),
  LIMIT_ROOT_FIELDS: limit.default(30),
  LIMIT_ALIASES: limit.default(30),
  LIMIT_DUPLICATES: limit.default(100),
  LIMIT_DIRECTIVES: limit.default(50),
  LIMIT_RECURSION: limit.default(3),
  LIMIT_LIST_ITEMS: limit.default(1_000),
  LIMIT_COST: limit.default(100_000),
};

/** The limits on one request, from their settings. */
export function toLimits(s: Checked<typeof limitSettings>): Limits {
  return {
    bodyBytes: s.LIMIT_BODY_BYTES,
    characters: s.LIMIT_CHARACTERS,
    tokens: s.LIMIT_TOKENS,
    operations: s.LIMIT_OPERATIONS,
    depth: s.LIMIT_DEPTH,
    rootFields: s.LIMIT_ROOT_FIELDS,
    aliases: s.LIMIT_ALIASES,
    duplicates: s.LIMIT_DUPLICATES,
    directives: s.LIMIT_DIRECTIVES,
    recursion: s.LIMIT_RECURSION,
    listItems: s.LIMIT_LIST_ITEMS,
    cost: s.LIMIT_COST,
  };
}
