import DataLoader from 'dataloader';
import { mapReading, type Reading } from '../../erp/reading.js';
import { type ErpScope, narrowScope, scopeKey } from '../../shared/auth.js';
import { groupBy } from '../../shared/group-by.js';
import type { InventoryFilter } from './inventory.args.js';

/** One customer's share of a question that may be asked of many at once. The scope is part of every key. */
export interface CustomerKey {
  scope: ErpScope;
  name: string;
  filter: InventoryFilter;
}

const questionOf = ({ scope, filter, ...rest }: CustomerKey): string =>
  JSON.stringify([scopeKey(scope), filter, { ...rest, name: undefined }]);
const keyOf = (key: CustomerKey): string => JSON.stringify([key.name, questionOf(key)]);

/**
 * A loader that turns customers who are asked the same into one call with all their names.
 *
 * @param ask answers for all customers of a scope at once; who isn't in the answer has `none`
 */
export function perCustomer<Key extends CustomerKey, Value>(
  ask: (scope: ErpScope, question: Key) => Promise<Reading<Map<string, Value>>>,
  none: () => Value,
): DataLoader<Key, Reading<Value>, string> {
  const answerAll = async (keys: readonly Key[]) => {
    const answers = new Map<string, ReturnType<typeof ask>>();
    for (const [question, alike] of groupBy(keys, questionOf)) {
      const [first] = alike as [Key, ...Key[]];
      const names = alike.map((key) => key.name);
      answers.set(question, ask(narrowScope(first.scope, names), first));
    }
    const answerOf = async (key: Key): Promise<Reading<Value> | Error> => {
      try {
        const reading = await (answers.get(questionOf(key)) as ReturnType<typeof ask>);
        return mapReading(reading, (byName) => byName.get(key.name) ?? none());
      } catch (error) {
        return error as Error;
      }
    };
    return Promise.all(keys.map(answerOf));
  };
  return new DataLoader<Key, Reading<Value>, string>(answerAll, { cacheKeyFn: keyOf });
}
