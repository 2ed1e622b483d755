import { type ErpScope, scopeKey } from '../shared/auth.js';
import { ColumnValue, ColumnValueList, type ErpQuery } from './erp.js';

/** A key that two queries share only if they are the same query, parameter types included, in the same scope. */
export function queryKey({ sql, parameters }: ErpQuery, scope: ErpScope): string {
  return JSON.stringify([scopeKey(scope), sql, parameters.map(typedValue)]);
}

function typedValue(value: unknown): unknown[] {
  if (value instanceof ColumnValue) return ['column', value.column?.declared ?? null, value.text];
  if (value instanceof ColumnValueList) return ['list', value.texts];
  return [typeof value, value === null ? null : String(value)];
}
