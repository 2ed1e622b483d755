import type { ErpSql } from '../../erp/erp-sql.js';
import type { InvoiceColumn, PaymentColumn } from '../../erp/mapped-column.js';
import type { ErpMapping } from '../../erp/mapping.js';
import { any, type Condition } from '../../erp/rows/condition.js';
import {
  matchesDate,
  matchesDecimal,
  matchesSearch,
  matchesText,
  withinScope,
} from '../../erp/rows/row-conditions.js';
import { rowColumns } from '../../erp/rows/row-page.js';
import { type AskedErp, ScopedRows } from '../../erp/rows/scoped-rows.js';
import type { ErpScope } from '../../shared/auth.js';
import type { InvoiceFilter } from './invoice.args.js';
import { hasStatus } from './invoice-status.js';
import type { PaymentFilter } from './payment.args.js';

const INVOICE_TEXTS: ReadonlySet<InvoiceColumn> = new Set([
  'customer_name',
  'invoice_number',
  'reference',
  'description',
  'currency',
]);
const INVOICE_COLUMNS: readonly InvoiceColumn[] = [
  ...INVOICE_TEXTS,
  ...(['row_id', 'issued_on', 'due_on', 'total_amount', 'tax_amount', 'open_amount'] as const),
];
const PAYMENT_TEXTS: ReadonlySet<PaymentColumn> = new Set([
  'customer_name',
  'payment_number',
  'invoice_number',
  'method',
  'reference',
  'currency',
]);
const PAYMENT_COLUMNS: readonly PaymentColumn[] = [
  ...PAYMENT_TEXTS,
  ...(['row_id', 'paid_on', 'amount'] as const),
];

/** A filter of invoices, and the day by which their statuses count. */
export type DatedInvoiceFilter = InvoiceFilter & { today: string };

/** Builds queries on the ERP's invoices and payments. Each needs a scope. */
export class AccountQueries {
  constructor(readonly sql: ErpSql) {}

  /** A query of the invoices within a scope that match a filter, without selected columns. */
  invoices(scope: ErpScope, filter: DatedInvoiceFilter) {
    const { invoices } = this.sql;
    const { dialect } = invoices;
    const conditions = [...withinScope(dialect, scope), ...invoiceConditions(this, filter)];
    return invoices.rows().where((eb) => eb.and(conditions));
  }

  /** A query of the payments within a scope that match a filter, without selected columns. */
  payments(scope: ErpScope, filter: PaymentFilter) {
    const { payments } = this.sql;
    const conditions = [...withinScope(payments.dialect, scope), ...paymentConditions(this, filter)];
    return payments.rows().where((eb) => eb.and(conditions));
  }

  /** All columns of an invoice. */
  get invoiceColumns() {
    return rowColumns(this.sql.invoices.dialect, INVOICE_COLUMNS, INVOICE_TEXTS);
  }

  /** All columns of a payment. */
  get paymentColumns() {
    return rowColumns(this.sql.payments.dialect, PAYMENT_COLUMNS, PAYMENT_TEXTS);
  }
}

/** The only access to the ERP's invoices and payments. Every query needs a scope. */
export class ScopedAccounts extends ScopedRows<AccountQueries> {
  constructor(erp: AskedErp, mapping: ErpMapping) {
    super(erp, mapping, (sql) => new AccountQueries(sql));
  }
}

function invoiceConditions(
  { sql: { invoices } }: AccountQueries,
  { status, today, ...filter }: DatedInvoiceFilter,
): Condition[] {
  const { dialect } = invoices;
  return [
    ...(status ? [any(status.map((one) => hasStatus(dialect, one, today)))] : []),
    ...matchesText(dialect, 'invoice_number', filter.number),
    ...matchesText(dialect, 'currency', filter.currency),
    ...matchesDate(dialect, 'issued_on', filter.issuedOn),
    ...matchesDate(dialect, 'due_on', filter.dueOn),
    ...matchesDecimal(dialect, 'total_amount', filter.totalAmount),
    ...matchesDecimal(dialect, 'open_amount', filter.openAmount),
    ...matchesSearch(dialect, ['invoice_number', 'reference', 'description'], filter.search),
  ];
}

function paymentConditions({ sql: { payments } }: AccountQueries, filter: PaymentFilter): Condition[] {
  const { dialect } = payments;
  return [
    ...matchesText(dialect, 'payment_number', filter.number),
    ...matchesText(dialect, 'invoice_number', filter.invoiceNumber),
    ...matchesText(dialect, 'method', filter.method),
    ...matchesText(dialect, 'currency', filter.currency),
    ...matchesDate(dialect, 'paid_on', filter.paidOn),
    ...matchesDecimal(dialect, 'amount', filter.amount),
    ...matchesSearch(dialect, ['payment_number', 'invoice_number', 'reference'], filter.search),
  ];
}
