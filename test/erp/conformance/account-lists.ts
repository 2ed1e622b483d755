import type {
  InvoiceFilter,
  InvoiceOrder,
  PaymentFilter,
  PaymentOrder,
} from '../../../schema/operations.generated.js';
import type { AccountList } from './account-walks.js';

/** A list without what reads it. Its filters are by each field there is, so that a new one needs some too. */
type Described<Filter extends object, Order extends InvoiceOrder | PaymentOrder> = Omit<
  AccountList<Filter, Order>,
  'matching'
> & { filters: { [Field in keyof Filter]-?: Filter[] } };

const NAMES = ['Acme Beverages', 'acme beverages', 'Zenith Pharma', 'Northwind Foods Pty Ltd'];
const NOBODY = { erpCustomerNames: ['ACME BEVERAGES', 'Nobody'] };

const INVOICE_FILTERS: Described<InvoiceFilter, InvoiceOrder>['filters'] = {
  erpCustomerNames: [{ erpCustomerNames: NAMES }, { erpCustomerNames: ['Acme Beverages', 'All'] }],
  status: [
    { status: ['OVERDUE'] },
    { status: ['OPEN'] },
    { status: ['OPEN', 'PAID'], issuedOn: { from: '2026-01-01', to: '2026-09-30' } },
  ],
  number: [
    { number: { startsWith: 'cr-' } },
    { number: { equals: 'inv-00012' } },
    { number: { in: ['INV-00003', 'inv-00040', 'CR-00001', 'inv-'] } },
    { number: { contains: 'v-0011', startsWith: 'INV' } },
  ],
  currency: [
    { currency: { in: ['eur', 'USD'] }, openAmount: { greaterThan: '0' } },
    { currency: { equals: 'nzd' } },
    { currency: { contains: 'u', startsWith: 'a' }, totalAmount: { greaterThan: '7500' } },
  ],
  issuedOn: [{ issuedOn: { from: '2026-03-01' } }, { issuedOn: { from: '2025-07-01', to: '2025-12-31' } }],
  dueOn: [
    { dueOn: { to: '2025-06-30' } },
    { dueOn: { from: '0001-01-01', to: '9999-12-31' }, issuedOn: { from: '2026-08-01' } },
  ],
  totalAmount: [
    { totalAmount: { lessThan: '-100.5' } },
    { totalAmount: { greaterThan: '123456789012345.0066' } },
    { totalAmount: { equals: '123456789012345.00670' } },
    { totalAmount: { greaterThan: '5000', lessThan: '50000.01' } },
  ],
  openAmount: [
    { openAmount: { equals: '0.00' }, status: ['PAID'], dueOn: { from: '2026-07-01' } },
    { openAmount: { lessThan: '0' } },
  ],
  search: [
    { search: '% kitting' },
    { search: 'po 4' },
    { search: 'LAGERGEBÜHR 2026' },
    { search: '料' },
    { search: 'inv "EXPRESS"', status: ['PAID'], dueOn: { from: '2025-01-01' } },
  ],
};

const PAYMENT_FILTERS: Described<PaymentFilter, PaymentOrder>['filters'] = {
  erpCustomerNames: [{ erpCustomerNames: NAMES }, { erpCustomerNames: ['Acme Beverages', 'All'] }],
  number: [
    { number: { startsWith: 'rc-0001' } },
    { number: { equals: 'rc-000200' } },
    { number: { in: ['RC-000003', 'rc-000190', 'rc-000500', 'rc-'] } },
  ],
  invoiceNumber: [
    { invoiceNumber: { startsWith: 'inv-0000' } },
    { invoiceNumber: { equals: 'inv-00012' } },
    { invoiceNumber: { in: ['INV-00003', 'inv-00040', ''] } },
    { invoiceNumber: { contains: '-' }, paidOn: { from: '2026-08-01' } },
  ],
  method: [
    { method: { equals: 'eft' } },
    { method: { in: ['CARD', 'cheque'] }, amount: { greaterThan: '500' } },
    { method: { contains: 'e', startsWith: 'c' } },
  ],
  currency: [{ currency: { in: ['eur', 'USD'] } }, { currency: { equals: 'nzd' } }],
  paidOn: [{ paidOn: { from: '2026-03-01' } }, { paidOn: { from: '2025-07-01', to: '2025-12-31' } }],
  amount: [
    { amount: { lessThan: '100.5' } },
    { amount: { greaterThan: '123456789012345.0066' } },
    { amount: { equals: '123456789012345.00670' } },
    { amount: { greaterThan: '5000', lessThan: '50000.01' } },
  ],
  search: [
    { search: 'ref 4' },
    { search: 'inv-0001 RC' },
    { search: 'ref', method: { equals: 'CARD' }, paidOn: { to: '2026-06-30' } },
  ],
};

export const INVOICE_LIST: Described<InvoiceFilter, InvoiceOrder> = {
  ...{ name: 'invoices', type: 'Invoice' },
  ...{ table: 'erp.invoice', id: 'doc_no', byDefault: { field: 'ISSUED_ON', direction: 'DESC' } },
  columns: {
    ...{ ERP_CUSTOMER: 'debtor_name', NUMBER: 'invoice_no', ISSUED_ON: 'issue_date', DUE_ON: 'due_date' },
    ...{ CURRENCY: 'currency_code', TOTAL_AMOUNT: 'gross_amount', OPEN_AMOUNT: 'open_amount' },
  },
  orders: [
    [],
    [{ field: 'CURRENCY' }, { field: 'OPEN_AMOUNT', direction: 'DESC' }],
    [
      { field: 'DUE_ON', direction: 'DESC' },
      { field: 'ERP_CUSTOMER', direction: 'ASC' },
      { field: 'DUE_ON', direction: 'ASC' },
      { field: 'TOTAL_AMOUNT', direction: 'DESC' },
    ],
  ],
  filters: INVOICE_FILTERS,
  nothing: [
    { status: [] },
    { number: { in: [] } },
    { search: 'lagergebuhr' },
    { dueOn: { from: '2026-02-01', to: '2026-01-01' } },
    NOBODY,
  ],
};

export const PAYMENT_LIST: Described<PaymentFilter, PaymentOrder> = {
  ...{ name: 'payments', type: 'Payment' },
  ...{ table: 'erp.payment', id: 'entry_no', byDefault: { field: 'PAID_ON', direction: 'DESC' } },
  columns: {
    ...{ ERP_CUSTOMER: 'debtor_name', NUMBER: 'receipt_no', INVOICE_NUMBER: 'invoice_no' },
    ...{ PAID_ON: 'pay_date', CURRENCY: 'currency_code', AMOUNT: 'paid_amount' },
  },
  orders: [
    [],
    [{ field: 'INVOICE_NUMBER', direction: 'DESC' }, { field: 'AMOUNT' }],
    [
      { field: 'PAID_ON', direction: 'ASC' },
      { field: 'NUMBER', direction: 'DESC' },
      { field: 'ERP_CUSTOMER', direction: 'DESC' },
    ],
  ],
  filters: PAYMENT_FILTERS,
  nothing: [
    { method: { in: [] } },
    { search: 'ref_' },
    { paidOn: { from: '2026-02-01', to: '2026-01-01' } },
    NOBODY,
  ],
};
