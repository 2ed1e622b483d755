import { combinedAge, type Reading } from '../../erp/reading.js';
import { InventoryConnection } from './inventory.type.js';

/**
 * Builds the connection of a page. `asOf` and `stale` cover both the page and the count, if the client selects it, so
 * that a stale count is never shown as fresh.
 *
 * @param count reads the number of rows on all pages; only called if `totalCount` is selected
 */
export function toConnection(
  page: Pick<InventoryConnection, 'edges' | 'nodes' | 'pageInfo'>,
  reading: Reading<unknown>,
  count: () => Promise<Reading<number>>,
): InventoryConnection {
  let counted: Promise<Reading<number>> | null = null;
  const age = async () => {
    // All field resolvers of an object start before any of them continues. So after this, a selected count has started.
    await null;
    // A failed count is reported at totalCount.
    const countReading = await counted?.catch(() => null);
    return countReading ? combinedAge(reading, countReading) : reading;
  };
  return Object.assign(new InventoryConnection(), {
    ...page,
    totalCount: async () => {
      counted ??= count();
      return (await counted).value;
    },
    asOf: async () => (await age()).asOf,
    stale: async () => (await age()).stale,
  });
}
