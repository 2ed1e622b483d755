import type { ListOrder, SortExpressions } from '../../../db/list-page.js';
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

/**
 * The status of a quote as of the day in the parameter `today`, as the function `statusOn` has it. The alias of the
 * quotes is q.
 */
export const STATUS_TODAY =
  "(case when q.status = 'QUOTED' and q.valid_until < :today then 'EXPIRED' else q.status end)";

const LIFE = QUOTE_STATUSES.map((status) => `'${status}'`).join(', ');

/**
 * The SQL expression of each sort column, for a query in which the alias of the quotes is q. Each has an index but the
 * status, which depends on the day: all quotes in scope are read and sorted by it.
 */
export const SORT_EXPRESSIONS: SortExpressions<QuoteColumn> = {
  reference_length: 'length(q.reference)',
  reference: '(q.reference collate "C")',
  status: `array_position(array[${LIFE}], ${STATUS_TODAY})`,
  total_amount: '(q.total_amount)',
  valid_until: '(q.valid_until)',
  created_at: '(q.created_at)',
  updated_at: '(q.updated_at)',
  id: '(q.id)',
};

const COLUMNS: Record<QuoteOrder['field'], readonly QuoteColumn[]> = {
  // QT-1000000 comes after QT-999999.
  REFERENCE: ['reference_length', 'reference'],
  STATUS: ['status'],
  TOTAL_AMOUNT: ['total_amount'],
  VALID_UNTIL: ['valid_until'],
  CREATED_AT: ['created_at'],
  UPDATED_AT: ['updated_at'],
};
const NULLABLE: readonly string[] = ['TOTAL_AMOUNT', 'VALID_UNTIL'];

/** The requested order, or newest first if there is none. The id comes last and makes the order total. */
export function toListOrder(order: QuoteOrder | null | undefined): ListOrder<QuoteColumn> {
  const { field, direction } = order ?? { field: 'CREATED_AT', direction: 'DESC' };
  return { direction, columns: [...COLUMNS[field], 'id'], nullable: NULLABLE.includes(field) };
}
