import { sql } from 'kysely';
import type { ErpDialect } from '../../erp/erp-dialect.js';
import type { InvoiceColumn } from '../../erp/mapped-column.js';
import { type Condition, not } from '../../erp/rows/condition.js';
import { FIRST_DATE } from '../../erp/rows/shown-values.js';

/** Whether an invoice is paid. */
export const INVOICE_STATUSES = ['OPEN', 'OVERDUE', 'PAID'] as const;
/** One of these. */
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

/** Whether something is to be paid of an open amount: nothing is of 0, or of what a credit note has. */
export const isToBePaid = (openAmount: string): boolean =>
  /[1-9]/.test(openAmount) && !openAmount.startsWith('-');

/** The status of an invoice as of a day. @param today as YYYY-MM-DD, in the time zone of the portal's days */
export function invoiceStatus(
  { openAmount, dueOn }: { openAmount: string; dueOn: string | null },
  today: string,
): InvoiceStatus {
  if (!/[1-9]/.test(openAmount)) return 'PAID';
  return dueOn !== null && dueOn < today && isToBePaid(openAmount) ? 'OVERDUE' : 'OPEN';
}

/** The condition that an invoice has a status as of a day; see `invoiceStatus`. */
export function hasStatus(
  dialect: ErpDialect<InvoiceColumn>,
  status: InvoiceStatus,
  today: string,
): Condition {
  const open = dialect.shownQuantity('open_amount');
  if (status === 'PAID') return sql`${open} = 0`;
  const isOverdue = overdue(dialect, today);
  return status === 'OVERDUE' ? isOverdue : sql`(${open} <> 0 and ${not(isOverdue)})`;
}

/** The condition that something is to be paid that was due before a day. */
export function overdue(dialect: ErpDialect<InvoiceColumn>, today: string): Condition {
  const due = dialect.column('due_on');
  const [first, day] = [FIRST_DATE, today].map((date) => dialect.value('due_on', date));
  // Never null, so that it can be negated.
  return sql`(${due} is not null and ${due} < ${day} and ${due} >= ${first} and ${dialect.shownQuantity('open_amount')} > 0)`;
}
