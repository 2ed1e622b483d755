import type { SortExpressions } from '../../../db/list-page.js';
import type { SortTerm } from '../../../shared/keyset.js';
import type { QuoteOrder } from './quote.args.js';
import { QUOTE_STATUSES } from './quote-rules.js';

/** What quotes can be sorted by. */
export type QuoteColumn =
  | 'reference_length'
  | 'reference'
  | 'status'
  | 'total_amount'
  | 'valid_until'
  | 'created_at'
  | 'updated_at'
  | 'id';
type Term = SortTerm<QuoteColumn>;

/**
 * The status of a quote as of the day in the parameter `today`, as the function `statusOn` has it. The alias of the
 * quotes is q.
 */
export const STATUS_TODAY =
  "(case when q.status = 'QUOTED' and q.valid_until < :today then 'EXPIRED' else q.status end)";

const LIFE = QUOTE_STATUSES.map((status) => `'${status}'`).join(', ');

/** The SQL expression of each sort column, for a query in which the alias of the quotes is q. */
export const SORT_EXPRESSIONS: SortExpressions<QuoteColumn> = {
  reference_length: 'length(q.reference)',
  reference: '(q.reference collate "C")',
  status: `array_position(array[${LIFE}], ${STATUS_TODAY})`,
  total_amount: '(q.total_amount)',
  valid_until: "to_char(q.valid_until, 'YYYY-MM-DD')",
  created_at: '(q.created_at)',
  updated_at: '(q.updated_at)',
  id: '(q.id)',
};

const TERMS: Record<QuoteOrder['field'], readonly Omit<Term, 'direction'>[]> = {
  // QT-1000000 comes after QT-999999.
  REFERENCE: [
    { column: 'reference_length', nullable: false },
    { column: 'reference', nullable: false },
  ],
  STATUS: [{ column: 'status', nullable: false }],
  TOTAL_AMOUNT: [{ column: 'total_amount', nullable: true }],
  VALID_UNTIL: [{ column: 'valid_until', nullable: true }],
  CREATED_AT: [{ column: 'created_at', nullable: false }],
  UPDATED_AT: [{ column: 'updated_at', nullable: false }],
};

/** The requested order, or newest first if there is none. The id comes last and makes the order total. */
export function toTerms(order: QuoteOrder | null | undefined): Term[] {
  const { field, direction } = order ?? { field: 'CREATED_AT', direction: 'DESC' };
  return [...TERMS[field], { column: 'id' as const, nullable: false }].map((term) => ({
    ...term,
    direction,
  }));
}
