import { join } from 'node:path';
import type { InvoiceFilter, PaymentFilter, StringFilter } from '../../schema/operations.generated.js';
import type { DemoInvoiceRow, DemoPaymentRow } from '../../src/erp/demo/demo-billing.js';
import { demoInvoices, demoPayments } from '../../src/erp/demo/demo-invoices.js';
import type { ErpDialectName } from '../../src/erp/erp.js';
import { PACKAGE_ROOT } from '../../src/shared/package-root.js';
import { SCOPES, scaled } from './inventory-oracle.js';
import type { DemoUser } from './start-app.js';

/** The demo ERP's invoices and payments as its own generator makes them: the truth that answers are held against. */
export const INVOICES: readonly DemoInvoiceRow[] = [...demoInvoices()];
export const PAYMENTS: readonly DemoPaymentRow[] = [...demoPayments()];

/** What makes a portal show the demo's invoices and payments. */
export function accountSettings(dialect: ErpDialectName = 'postgres'): Record<string, string> {
  const shipped = (name: string) => join(PACKAGE_ROOT, 'sql', 'erp', `${name}.${dialect}.sql`);
  return { ERP_INVOICES_SQL: shipped('invoices'), ERP_PAYMENTS_SQL: shipped('payments') };
}

/** Whether a login may see a customer's. */
export function mayMeet(user: DemoUser, { debtorName }: { debtorName: string }): boolean {
  const scope = SCOPES[user];
  return scope === null || scope.includes(debtorName);
}

/** The status of an invoice as of a day. */
export function statusOf(
  { openAmount, dueDate }: DemoInvoiceRow,
  today: string,
): 'OPEN' | 'OVERDUE' | 'PAID' {
  const open = scaled(openAmount);
  if (open === 0n) return 'PAID';
  return open > 0n && dueDate !== null && dueDate < today ? 'OVERDUE' : 'OPEN';
}

const folded = (text: string | null) => text?.toLowerCase() ?? null;

/** No text is never what a condition asks for. */
function matchesText(value: string | null, filter: StringFilter | null | undefined): boolean {
  const text = folded(value);
  return (
    (filter?.equals == null || text === folded(filter.equals)) &&
    (filter?.in == null || filter.in.some((one) => text === folded(one))) &&
    (filter?.startsWith == null || text?.startsWith(filter.startsWith.toLowerCase()) === true) &&
    (filter?.contains == null || text?.includes(filter.contains.toLowerCase()) === true)
  );
}

const isWithin = (
  day: string | null,
  range: { from?: string | null; to?: string | null } | null | undefined,
) =>
  (range?.from == null || (day !== null && day >= range.from)) &&
  (range?.to == null || (day !== null && day <= range.to));

function matchesAmount(amount: string, filter: InvoiceFilter['openAmount']): boolean {
  if (!filter) return true;
  const value = scaled(amount);
  return (
    (filter.equals == null || value === scaled(filter.equals)) &&
    (filter.greaterThan == null || value > scaled(filter.greaterThan)) &&
    (filter.lessThan == null || value < scaled(filter.lessThan))
  );
}

/** Whether each word of a search occurs in one of the texts. */
function matchesSearch(texts: readonly (string | null)[], search: string | null | undefined): boolean {
  const searched = texts.map((text) => folded(text) ?? '');
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => searched.some((text) => text.includes(word)));
}

/** Whether an invoice matches a filter, worked out without any SQL. */
export function matchesInvoice(row: DemoInvoiceRow, filter: InvoiceFilter, today: string): boolean {
  return (
    (filter.erpCustomerNames == null || filter.erpCustomerNames.includes(row.debtorName)) &&
    (filter.status == null || filter.status.includes(statusOf(row, today))) &&
    matchesText(row.invoiceNo, filter.number) &&
    matchesText(row.currencyCode, filter.currency) &&
    isWithin(row.issueDate, filter.issuedOn) &&
    isWithin(row.dueDate, filter.dueOn) &&
    matchesAmount(row.grossAmount, filter.totalAmount) &&
    matchesAmount(row.openAmount, filter.openAmount) &&
    matchesSearch([row.invoiceNo, row.customerRef, row.invoiceText], filter.search)
  );
}

/** The same of a payment. */
export function matchesPayment(row: DemoPaymentRow, filter: PaymentFilter): boolean {
  return (
    (filter.erpCustomerNames == null || filter.erpCustomerNames.includes(row.debtorName)) &&
    matchesText(row.receiptNo, filter.number) &&
    matchesText(row.invoiceNo, filter.invoiceNumber) &&
    matchesText(row.methodName, filter.method) &&
    matchesText(row.currencyCode, filter.currency) &&
    isWithin(row.payDate, filter.paidOn) &&
    matchesAmount(row.paidAmount, filter.amount) &&
    matchesSearch([row.receiptNo, row.invoiceNo, row.bankRef], filter.search)
  );
}
