import type { ListOrder, SortExpressions } from '../../../db/list-page.js';
import type { ConnoteOrder } from './connote.args.js';
import { CONNOTE_STATUSES } from './connote-transitions.js';

/** What connotes can be sorted by. */
export type ConnoteColumn =
  | 'number_length'
  | 'number'
  | 'status'
  | 'pickup_on'
  | 'created_at'
  | 'updated_at'
  | 'id';

const LIFE = CONNOTE_STATUSES.map((status) => `'${status}'`).join(', ');

/** The SQL expression of each sort column, for a query in which the alias of the connotes is c. Each has an index. */
export const SORT_EXPRESSIONS: SortExpressions<ConnoteColumn> = {
  number_length: 'length(c.number)',
  number: '(c.number collate "C")',
  status: `array_position(array[${LIFE}], c.status)`,
  pickup_on: '(c.pickup_on)',
  created_at: '(c.created_at)',
  updated_at: '(c.updated_at)',
  id: '(c.id)',
};

const COLUMNS: Record<ConnoteOrder['field'], readonly ConnoteColumn[]> = {
  // CN-1000000 comes after CN-999999.
  NUMBER: ['number_length', 'number'],
  STATUS: ['status'],
  PICKUP_ON: ['pickup_on'],
  CREATED_AT: ['created_at'],
  UPDATED_AT: ['updated_at'],
};
const NULLABLE: readonly string[] = ['PICKUP_ON'];

/** The requested order, or newest first if there is none. The id comes last and makes the order total. */
export function toListOrder(order: ConnoteOrder | null | undefined): ListOrder<ConnoteColumn> {
  const { field, direction } = order ?? { field: 'CREATED_AT', direction: 'DESC' };
  return { direction, columns: [...COLUMNS[field], 'id'], nullable: NULLABLE.includes(field) };
}
