import type { RawOption } from './query-options.js';
import { systemOptionOf } from './query-options.js';

/** A page after which others follow. */
export interface PageBefore {
  /** The absolute URL of the entity set, without query options. */
  url: string;
  /** The query options of the request for this page. */
  options: readonly RawOption[];
  /** How many entities this page has. */
  entities: number;
  /** Where the next page begins. */
  skipToken: string;
}

/**
 * The URL of the next page. It repeats the options of the request, except that $top is less by the entities already given,
 * and that $skip is left out because the token lies behind what was skipped.
 */
export function nextLink({ url, options, entities, skipToken }: PageBefore): string {
  const kept = options.flatMap(([name, value]): RawOption[] => {
    const option = systemOptionOf(name);
    if (option === 'skip' || option === 'skiptoken') return [];
    return option === 'top' ? [[name, String(Math.max(0, Number(value) - entities))]] : [[name, value]];
  });
  const query = [...kept, ['$skiptoken', skipToken] as const].map(
    // The $ of a name needs no encoding, and many clients look for it.
    ([name, value]) => `${encodeURIComponent(name).replace(/^%24/, '$')}=${encodeURIComponent(value)}`,
  );
  return `${url}?${query.join('&')}`;
}
