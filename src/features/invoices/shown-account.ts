import type { ErpRow } from '../../erp/erp.js';
import { ShownValues } from '../../erp/rows/shown-values.js';
import type { OnUnshown } from '../../shared/row-values.js';
import { required } from '../../shared/row-values.js';
import { Invoice } from './invoice.type.js';
import { invoiceStatus } from './invoice-status.js';
import { Payment } from './payment.type.js';

/** How rows are shown. */
export interface ShownAs {
  /** The day by which statuses count, as YYYY-MM-DD. */
  today: string;
  onUnshown: OnUnshown;
}

/** The field of each column of which some values can't be shown. */
const FIELDS: Record<string, string> = {
  issued_on: 'issuedOn',
  due_on: 'dueOn',
  total_amount: 'totalAmount',
  tax_amount: 'taxAmount',
  open_amount: 'openAmount',
  paid_on: 'paidOn',
  amount: 'amount',
};
const fieldsOf = (values: ShownValues) => values.unshown.map((column) => FIELDS[column] ?? column);

/** A row as an invoice of the API. */
export function toInvoice(row: ErpRow, { today, onUnshown }: ShownAs): Invoice {
  const values = new ShownValues(row, onUnshown);
  const openAmount = values.quantity('open_amount');
  const dueOn = values.date('due_on');
  const invoice: Omit<Invoice, 'unshown'> = {
    id: required(row, 'row_id'),
    erpCustomer: { name: required(row, 'customer_name') },
    number: required(row, 'invoice_number'),
    status: invoiceStatus({ openAmount, dueOn }, today),
    reference: row['reference'] ?? null,
    description: row['description'] ?? null,
    issuedOn: values.date('issued_on'),
    dueOn,
    currency: required(row, 'currency'),
    totalAmount: values.quantity('total_amount'),
    taxAmount: values.optionalQuantity('tax_amount'),
    openAmount,
  };
  return Object.assign(new Invoice(), invoice, { unshown: fieldsOf(values) });
}

/** A row as a payment of the API. */
export function toPayment(row: ErpRow, onUnshown: OnUnshown): Payment {
  const values = new ShownValues(row, onUnshown);
  const payment: Omit<Payment, 'unshown'> = {
    id: required(row, 'row_id'),
    erpCustomer: { name: required(row, 'customer_name') },
    number: required(row, 'payment_number'),
    invoiceNumber: row['invoice_number'] ?? null,
    method: row['method'] ?? null,
    reference: row['reference'] ?? null,
    paidOn: values.date('paid_on'),
    currency: required(row, 'currency'),
    amount: values.quantity('amount'),
  };
  return Object.assign(new Payment(), payment, { unshown: fieldsOf(values) });
}
