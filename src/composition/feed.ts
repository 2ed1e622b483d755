import type { Config } from '../config.js';
import type { InventorySources } from '../features/inventory/inventory.loader.js';
import type { FeedSources } from '../features/reporting/odata-feed/feed-request.js';
import { Slots } from '../shared/slots.js';
import { baseUrlOf } from './base-url.js';

/** A report reads several tables in parallel, each page by page. */
const REQUESTS_PER_CALLER = 4;
const REQUESTS_MAX = 16;

/** Composes the OData feed. */
export const composeFeed = (config: Config, inventory: InventorySources): FeedSources => ({
  inventory,
  slots: new Slots({ total: REQUESTS_MAX, perCaller: REQUESTS_PER_CALLER }),
  baseUrl: baseUrlOf(config),
});
