import { LRUCache } from 'lru-cache';
import { itemsIn } from './count-list-items.js';

/** How many characters of documents are remembered. */
const MAX_CHARACTERS = 2_000_000;

/**
 * Remembers the documents that have passed the checks without a schema, which take as long as parsing does. Their outcome
 * depends on the document's text, and on how many items the lists in each variable have, but not on the values.
 */
export class AcceptedDocuments {
  readonly #accepted = new LRUCache<string, true>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, key) => key.length,
  });

  /** Checks a document, unless the same has passed. @throws what the check throws */
  check(query: string, variables: unknown, check: () => void): void {
    const key = `${itemsOfEach(variables)}\n${query}`;
    if (this.#accepted.get(key)) return;
    check();
    this.#accepted.set(key, true);
  }
}

/** The number of items of each variable, as text. */
function itemsOfEach(variables: unknown): string {
  if (typeof variables !== 'object' || variables === null) return '';
  return JSON.stringify(Object.entries(variables).map(([name, value]) => [name, itemsIn(value)]));
}
