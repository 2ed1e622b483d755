import type { ErpScope } from '../../../shared/auth.js';
import type { InventorySources } from '../../inventory/inventory.loader.js';
import type { QueryOptions, RawOption } from '../odata/query-options.js';

/** The most entities of a page, which is also how many a page has unless the client prefers fewer. */
export const MAX_PAGE_SIZE = 5_000;

/** A request for entities, with what it needs. */
export interface FeedRequest<Entity> {
  inventory: InventorySources;
  /** The scope of the caller, within which everything stays whatever the request says. */
  scope: ErpScope;
  signal: AbortSignal;
  /** The absolute URL of the service, with a slash at its end. */
  root: string;
  /** The options as they came, which the link to the next page repeats. */
  given: readonly RawOption[];
  options: QueryOptions<Entity>;
  pageSize: number;
}

/** How many entities a page may have: $top counts over all pages. */
export const limitOf = <Entity>({ options, pageSize }: FeedRequest<Entity>): number =>
  Math.min(options.top ?? pageSize, pageSize);

/** Whether a next page belongs to the answer, if there are more entities. */
export const mayContinue = <Entity>({ options: { top } }: FeedRequest<Entity>, limit: number): boolean =>
  limit > 0 && (top === null || top > limit);
