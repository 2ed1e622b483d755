import type { InvoiceColumn } from '../../erp/mapped-column.js';
import { NEVER_NULL } from '../../erp/mapping.js';
import { type OrderedColumns, orderOfFields, type RowTerm } from '../../erp/rows/row-order.js';
import type { ErpScope } from '../../shared/auth.js';

/** One term of an order of the invoices. */
export type InvoiceTerm = RowTerm<InvoiceColumn>;

const COLUMNS = {
  ERP_CUSTOMER: 'customer_name',
  NUMBER: 'invoice_number',
  ISSUED_ON: 'issued_on',
  DUE_ON: 'due_on',
  CURRENCY: 'currency',
  TOTAL_AMOUNT: 'total_amount',
  OPEN_AMOUNT: 'open_amount',
} as const satisfies Record<string, InvoiceColumn>;

/** What invoices can be ordered by. */
export type InvoiceOrderField = keyof typeof COLUMNS;
/** All of them. */
export const INVOICE_ORDER_FIELDS = Object.keys(COLUMNS) as InvoiceOrderField[];

const ORDERED: OrderedColumns<InvoiceColumn> = {
  byDefault: [{ column: 'issued_on', direction: 'DESC' }],
  id: 'row_id',
  customer: 'customer_name',
  neverNull: new Set(NEVER_NULL.invoices),
  decimals: new Set(['total_amount', 'tax_amount', 'open_amount']),
};

/** The requested order, made total; see `orderOfFields`. */
export function invoiceTerms(
  orderBy: readonly { field: InvoiceOrderField; direction: 'ASC' | 'DESC' }[] | null | undefined,
  scope: ErpScope,
): InvoiceTerm[] {
  return orderOfFields<InvoiceOrderField, InvoiceColumn>(COLUMNS, orderBy, scope, ORDERED);
}
