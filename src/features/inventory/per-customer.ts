import DataLoader from 'dataloader';
import { mapReading, type Reading } from '../../erp/reading.js';
import { type ErpScope, narrowScope, scopeKey } from '../../shared/auth.js';
import { groupBy } from '../../shared/group-by.js';
import type { InventoryFilter } from './inventory.args.js';

/** One customer's part of a query that may be batched for several customers. The scope is part of every key. */
export interface CustomerKey {
  scope: ErpScope;
  name: string;
  filter: InventoryFilter;
}

const batchKeyOf = ({ scope, filter, ...rest }: CustomerKey): string =>
  JSON.stringify([scopeKey(scope), filter, { ...rest, name: undefined }]);
const keyOf = (key: CustomerKey): string => JSON.stringify([key.name, batchKeyOf(key)]);

/**
 * A loader that batches equal reads for several customers into one call with all their names.
 *
 * @param read reads for all customers of a scope at once
 * @param emptyValue the value of a customer that is missing in the result
 */
export function perCustomer<Key extends CustomerKey, Value>(
  read: (scope: ErpScope, query: Key) => Promise<Reading<Map<string, Value>>>,
  emptyValue: () => Value,
): DataLoader<Key, Reading<Value>, string> {
  const readAll = async (keys: readonly Key[]) => {
    const results = new Map<string, ReturnType<typeof read>>();
    for (const [batchKey, batch] of groupBy(keys, batchKeyOf)) {
      const [first] = batch as [Key, ...Key[]];
      const names = batch.map((key) => key.name);
      results.set(batchKey, read(narrowScope(first.scope, names), first));
    }
    const resultOf = async (key: Key): Promise<Reading<Value> | Error> => {
      try {
        const reading = await (results.get(batchKeyOf(key)) as ReturnType<typeof read>);
        return mapReading(reading, (byName) => byName.get(key.name) ?? emptyValue());
      } catch (error) {
        return error as Error;
      }
    };
    return Promise.all(keys.map(resultOf));
  };
  return new DataLoader<Key, Reading<Value>, string>(readAll, { cacheKeyFn: keyOf });
}
