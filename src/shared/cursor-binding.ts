import { type ErpScope, scopeKey } from './auth.js';

/** What the cursors of a list are bound to: the list, its order and the scope. */
export function cursorBinding(
  list: string,
  order: readonly { column: string; direction: string }[],
  scope: ErpScope,
): string {
  const terms = order.map(({ column, direction }) => [column, direction]);
  return JSON.stringify([list, terms, scopeKey(scope)]);
}
