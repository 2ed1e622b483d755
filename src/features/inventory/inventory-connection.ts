import { combinedAge, type Reading } from '../../erp/reading.js';
import { InventoryConnection } from './inventory.type.js';

/**
 * A page as a connection shows it. It is as old as the oldest of what the client selects of it, so that no stale count
 * stands beside a page that says it isn't.
 *
 * @param count reads how many rows there are on all pages; only called where that is selected
 */
export function toConnection(
  page: Pick<InventoryConnection, 'edges' | 'nodes' | 'pageInfo'>,
  reading: Reading<unknown>,
  count: () => Promise<Reading<number>>,
): InventoryConnection {
  let counted: Promise<Reading<number>> | null = null;
  const age = async () => {
    // The resolvers of one object have all begun before any of them goes on: by then a count has been asked for.
    await null;
    // A count that fails is reported where it stands.
    const other = await counted?.catch(() => null);
    return other ? combinedAge(reading, other) : reading;
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
