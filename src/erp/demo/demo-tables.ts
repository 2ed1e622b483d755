import type { DemoInvoiceRow, DemoPaymentRow } from './demo-billing.js';
import { demoInvoices, demoPayments } from './demo-invoices.js';
import { type DemoStockRow, demoStock } from './demo-stock.js';
import {
  codeColumn,
  type DemoTable,
  decimalColumn,
  demoTable,
  keyColumn,
  timeColumn,
  unicodeColumn,
} from './demo-table.js';

const DATE = ['date', 'date'] as const;
const DATE_ALWAYS = ['date not null', 'date not null'] as const;
const INSTANT = ['datetime2(3)', 'timestamp(3)'] as const;
const QUANTITY = 'decimal(38,10) not null';
const AMOUNT = 'decimal(19,4)';

const STOCK = demoTable<DemoStockRow>({
  name: 'erp.stock',
  columns: [
    keyColumn('stock_no', (row) => row.stockNo),
    unicodeColumn('owner_name', 'nvarchar(120) not null', (row) => row.ownerName),
    codeColumn('item_code', 'varchar(40) not null', (row) => row.itemCode),
    unicodeColumn('item_text', 'nvarchar(200)', (row) => row.itemText),
    codeColumn('whse', 'varchar(10) not null', (row) => row.whse),
    codeColumn('bin_code', 'varchar(20)', (row) => row.binCode),
    codeColumn('lot_no', 'varchar(30)', (row) => row.lotNo),
    codeColumn('hold_code', 'varchar(20)', (row) => row.holdCode),
    codeColumn('uom', 'varchar(10) not null', (row) => row.uom),
    decimalColumn('qty_on_hand', QUANTITY, (row) => row.qtyOnHand),
    decimalColumn('qty_allocated', QUANTITY, (row) => row.qtyAllocated),
    timeColumn('received_date', DATE, (row) => row.receivedDate),
    timeColumn('expiry_date', DATE, (row) => row.expiryDate),
    timeColumn('last_move_utc', INSTANT, (row) => row.lastMoveUtc),
  ],
  indexes: {
    stock_owner_item: 'owner_name, item_code, stock_no',
    stock_item: 'item_code, stock_no',
    stock_expiry: 'expiry_date, stock_no',
  },
  rows: demoStock,
});

const INVOICES = demoTable<DemoInvoiceRow>({
  name: 'erp.invoice',
  columns: [
    keyColumn('doc_no', (row) => row.docNo),
    unicodeColumn('debtor_name', 'nvarchar(120) not null', (row) => row.debtorName),
    codeColumn('invoice_no', 'varchar(30) not null', (row) => row.invoiceNo),
    unicodeColumn('customer_ref', 'nvarchar(60)', (row) => row.customerRef),
    unicodeColumn('invoice_text', 'nvarchar(200)', (row) => row.invoiceText),
    timeColumn('issue_date', DATE_ALWAYS, (row) => row.issueDate),
    timeColumn('due_date', DATE, (row) => row.dueDate),
    codeColumn('currency_code', 'varchar(3) not null', (row) => row.currencyCode),
    decimalColumn('gross_amount', `${AMOUNT} not null`, (row) => row.grossAmount),
    decimalColumn('tax_amount', AMOUNT, (row) => row.taxAmount),
    decimalColumn('open_amount', `${AMOUNT} not null`, (row) => row.openAmount),
  ],
  indexes: {
    invoice_debtor_date: 'debtor_name, issue_date, doc_no',
    invoice_debtor_number: 'debtor_name, invoice_no',
  },
  rows: demoInvoices,
});

const PAYMENTS = demoTable<DemoPaymentRow>({
  name: 'erp.payment',
  columns: [
    keyColumn('entry_no', (row) => row.entryNo),
    unicodeColumn('debtor_name', 'nvarchar(120) not null', (row) => row.debtorName),
    codeColumn('receipt_no', 'varchar(30) not null', (row) => row.receiptNo),
    codeColumn('invoice_no', 'varchar(30)', (row) => row.invoiceNo),
    codeColumn('method_name', 'varchar(20)', (row) => row.methodName),
    unicodeColumn('bank_ref', 'nvarchar(60)', (row) => row.bankRef),
    timeColumn('pay_date', DATE_ALWAYS, (row) => row.payDate),
    codeColumn('currency_code', 'varchar(3) not null', (row) => row.currencyCode),
    decimalColumn('paid_amount', `${AMOUNT} not null`, (row) => row.paidAmount),
  ],
  indexes: {
    payment_debtor_date: 'debtor_name, pay_date, entry_no',
    payment_debtor_invoice: 'debtor_name, invoice_no',
  },
  rows: demoPayments,
});

/** The tables of the demo ERP. Each is written by the generator of its own rows. */
export const DEMO_TABLES: readonly DemoTable[] = [STOCK, INVOICES, PAYMENTS];
