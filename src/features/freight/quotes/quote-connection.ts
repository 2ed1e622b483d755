import { toStatusCounts } from '../../../shared/status-count.type.js';
import type { QuoteFilter } from './quote.args.js';
import { QuoteConnection } from './quote.type.js';
import type { QuoteCounts } from './quote-list.store.js';
import { QUOTE_STATUSES } from './quote-rules.js';

/**
 * A page of quotes with its counts, which are read only if asked for, and once however often.
 *
 * @param filter that of the page
 * @param count counts under a filter
 */
export function toQuoteConnection(
  page: Pick<QuoteConnection, 'edges' | 'nodes' | 'pageInfo'>,
  { status, ...others }: QuoteFilter,
  count: (filter: QuoteFilter) => Promise<QuoteCounts>,
): QuoteConnection {
  let counting: Promise<QuoteCounts> | undefined;
  const counts = () => {
    counting ??= count(others);
    return counting;
  };
  return Object.assign(new QuoteConnection(), page, {
    totalCount: async () => {
      const counted = await counts();
      return [...new Set(status ?? QUOTE_STATUSES)].reduce((sum, one) => sum + (counted.get(one) ?? 0), 0);
    },
    countsByStatus: async () => toStatusCounts(QUOTE_STATUSES, await counts()),
  });
}
