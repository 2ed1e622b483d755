import { type ErpScope, scopeKey } from '../shared/auth.js';
import type { ErpQuery } from './erp.js';

/** A text that two questions share only if they are the same one, down to the type of each parameter, in the same scope. */
export function questionKey({ sql, parameters }: ErpQuery, scope: ErpScope): string {
  const told = parameters.map((value) => [typeof value, value === null ? null : String(value)]);
  return JSON.stringify([scopeKey(scope), sql, told]);
}
