import { readText, TEXT_WANTED } from './literals.js';
import { KEY } from './model.js';
import { ODataError, quoted } from './odata-error.js';

const ENTITY = /^(\w+)\((?:(\w+)[ \t]*=[ \t]*)?'((?:[^']|'')*)'\)$/;
const SET = /^\w+$/;

/** What the last segment of a path names: an entity set, or one of its entities. */
export interface Resource {
  set: string;
  /** The key of the entity; null for the whole set. */
  key: string | null;
}

/**
 * Reads a path segment such as Inventory, Inventory('4711') or Inventory(Id='4711'). A quote in a key is doubled.
 *
 * @param segment already percent-decoded
 * @throws ODataError if it has another form
 */
export function parseResource(segment: string): Resource {
  if (SET.test(segment)) return { set: segment, key: null };
  const [, set, name = KEY, quotedKey] = ENTITY.exec(segment) ?? [];
  if (set === undefined || quotedKey === undefined || name !== KEY) {
    throw new ODataError(400, `found the path ${quoted(segment)}; wanted one such as Inventory('4711')`);
  }
  const key = readText(quotedKey.replaceAll("''", "'"));
  if (key === null) throw new ODataError(400, `found another key; wanted ${TEXT_WANTED}`);
  return { set, key };
}

/** A path segment that names an entity, percent-encoded. */
export const entitySegment = (set: string, key: string): string =>
  `${set}(${encodeURIComponent(`'${key.replaceAll("'", "''")}'`)})`;
