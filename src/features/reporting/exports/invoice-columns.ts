import type { Invoice } from '../../invoices/invoice.type.js';
import type { Payment } from '../../invoices/payment.type.js';
import { dateColumn, decimalColumn, type ExportColumnOf, textColumn } from './export-column.js';

/** The columns of an export of invoices by their names in GraphQL. */
export const INVOICE_COLUMNS = {
  ERP_CUSTOMER: textColumn('erpCustomer', 'Customer', 24, ({ erpCustomer }) => erpCustomer.name),
  NUMBER: textColumn('number', 'Number', 16, ({ number }) => number),
  STATUS: textColumn('status', 'Status', 10, ({ status }) => status),
  REFERENCE: textColumn('reference', 'Reference', 16, ({ reference }) => reference),
  DESCRIPTION: textColumn('description', 'Description', 40, ({ description }) => description),
  ISSUED_ON: dateColumn('issuedOn', 'Issued', ({ issuedOn }) => issuedOn),
  DUE_ON: dateColumn('dueOn', 'Due', ({ dueOn }) => dueOn),
  CURRENCY: textColumn('currency', 'Currency', 10, ({ currency }) => currency),
  TOTAL_AMOUNT: decimalColumn('totalAmount', 'Total', ({ totalAmount }) => totalAmount),
  TAX_AMOUNT: decimalColumn('taxAmount', 'Tax', ({ taxAmount }) => taxAmount),
  OPEN_AMOUNT: decimalColumn('openAmount', 'Open', ({ openAmount }) => openAmount),
} as const satisfies Record<string, ExportColumnOf<Invoice>>;
/** A column of an export of invoices. */
export type InvoiceExportColumn = keyof typeof INVOICE_COLUMNS;

/** The columns of an export of payments by their names in GraphQL. */
export const PAYMENT_COLUMNS = {
  ERP_CUSTOMER: textColumn('erpCustomer', 'Customer', 24, ({ erpCustomer }) => erpCustomer.name),
  NUMBER: textColumn('number', 'Number', 16, ({ number }) => number),
  INVOICE_NUMBER: textColumn('invoiceNumber', 'Invoice', 16, ({ invoiceNumber }) => invoiceNumber),
  METHOD: textColumn('method', 'Method', 10, ({ method }) => method),
  REFERENCE: textColumn('reference', 'Reference', 16, ({ reference }) => reference),
  PAID_ON: dateColumn('paidOn', 'Paid', ({ paidOn }) => paidOn),
  CURRENCY: textColumn('currency', 'Currency', 10, ({ currency }) => currency),
  AMOUNT: decimalColumn('amount', 'Amount', ({ amount }) => amount),
} as const satisfies Record<string, ExportColumnOf<Payment>>;
/** A column of an export of payments. */
export type PaymentExportColumn = keyof typeof PAYMENT_COLUMNS;
