import type { SortExpressions } from '../../../db/list-page.js';
import type { SortTerm } from '../../../shared/keyset.js';
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
type Term = SortTerm<ConnoteColumn>;

const LIFE = CONNOTE_STATUSES.map((status) => `'${status}'`).join(', ');

/** The SQL expression of each sort column, for a query in which the alias of the connotes is c. */
export const SORT_EXPRESSIONS: SortExpressions<ConnoteColumn> = {
  number_length: 'length(c.number)',
  number: '(c.number collate "C")',
  status: `array_position(array[${LIFE}], c.status)`,
  pickup_on: "to_char(c.pickup_on, 'YYYY-MM-DD')",
  created_at: '(c.created_at)',
  updated_at: '(c.updated_at)',
  id: '(c.id)',
};

const TERMS: Record<ConnoteOrder['field'], readonly Omit<Term, 'direction'>[]> = {
  // CN-1000000 comes after CN-999999.
  NUMBER: [
    { column: 'number_length', nullable: false },
    { column: 'number', nullable: false },
  ],
  STATUS: [{ column: 'status', nullable: false }],
  PICKUP_ON: [{ column: 'pickup_on', nullable: true }],
  CREATED_AT: [{ column: 'created_at', nullable: false }],
  UPDATED_AT: [{ column: 'updated_at', nullable: false }],
};

/** The requested order, or newest first if there is none. The id comes last and makes the order total. */
export function toTerms(order: ConnoteOrder | null | undefined): Term[] {
  const { field, direction } = order ?? { field: 'CREATED_AT', direction: 'DESC' };
  return [...TERMS[field], { column: 'id' as const, nullable: false }].map((term) => ({
    ...term,
    direction,
  }));
}
