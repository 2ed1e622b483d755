import type { PaymentColumn } from '../../erp/mapped-column.js';
import { NEVER_NULL } from '../../erp/mapping.js';
import { type OrderedColumns, orderOfFields, type RowTerm } from '../../erp/rows/row-order.js';
import type { ErpScope } from '../../shared/auth.js';

/** One term of an order of the payments. */
export type PaymentTerm = RowTerm<PaymentColumn>;

const COLUMNS = {
  ERP_CUSTOMER: 'customer_name',
  NUMBER: 'payment_number',
  INVOICE_NUMBER: 'invoice_number',
  PAID_ON: 'paid_on',
  CURRENCY: 'currency',
  AMOUNT: 'amount',
} as const satisfies Record<string, PaymentColumn>;

/** What payments can be ordered by. */
export type PaymentOrderField = keyof typeof COLUMNS;
/** All of them. */
export const PAYMENT_ORDER_FIELDS = Object.keys(COLUMNS) as PaymentOrderField[];

const ORDERED: OrderedColumns<PaymentColumn> = {
  byDefault: [{ column: 'paid_on', direction: 'DESC' }],
  id: 'row_id',
  customer: 'customer_name',
  neverNull: new Set(NEVER_NULL.payments),
  decimals: new Set(['amount']),
};

/** The requested order, made total; see `orderOfFields`. */
export function paymentTerms(
  orderBy: readonly { field: PaymentOrderField; direction: 'ASC' | 'DESC' }[] | null | undefined,
  scope: ErpScope,
): PaymentTerm[] {
  return orderOfFields<PaymentOrderField, PaymentColumn>(COLUMNS, orderBy, scope, ORDERED);
}
