import type { ErpScope } from '../../../shared/auth.js';
import { cursorBinding } from '../../../shared/cursor-binding.js';
import type { Slots } from '../../../shared/slots.js';
import type { RowConditions } from '../../inventory/inventory.conditions.js';
import type { InventorySources } from '../../inventory/inventory.loader.js';
import type { InventoryColumnOrder } from '../../inventory/inventory.order.js';
import type { EntitySet } from '../odata/model.js';
import { nextLink, type PageBefore } from '../odata/next-link.js';
import type { QueryOptions, RawOption } from '../odata/query-options.js';

/** The most entities of a page, which is also how many a page has unless the client prefers fewer. */
export const MAX_PAGE_SIZE = 5_000;

/** What the feed is read from. */
export interface FeedSources {
  inventory: InventorySources;
  /** Bound how many requests for entities are answered at a time. */
  slots: Slots;
  /** The address of the service, without a slash at its end. */
  baseUrl: string;
}

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

/** The conditions on the rows, apart from the scope. */
export const conditionsOf = <Entity>({ options: { where } }: FeedRequest<Entity>): RowConditions =>
  where ? { where } : {};

/** The link to the page after one with so many entities. */
export const nextPageOf = <Entity>(
  { root, given }: FeedRequest<Entity>,
  { name }: EntitySet<Entity>,
  { entities, skipToken }: Pick<PageBefore, 'entities' | 'skipToken'>,
): string => nextLink({ url: `${root}${name}`, options: given, entities, skipToken });

/**
 * What the $skiptoken of a request is bound to. Under another filter or order it would leave out rows, or give some twice.
 *
 * @param order what the rows are ordered by
 */
export const bindingOf = <Entity>(
  { name }: EntitySet<Entity>,
  order: readonly InventoryColumnOrder[],
  { scope, options: { where } }: Pick<FeedRequest<Entity>, 'scope' | 'options'>,
): string => cursorBinding(JSON.stringify([`odata ${name}`, where]), order, scope);
