import type { ErpRow } from '../../erp/erp.js';
import type { Reading } from '../../erp/reading.js';
import { isEmpty } from '../../erp/rows/scoped-rows.js';
import { FIRST_DATE, LAST_DATE } from '../../erp/rows/shown-values.js';
import type { ErpScope } from '../../shared/auth.js';
import type { Position } from '../../shared/cursor.js';
import { positionOf } from '../../shared/keyset.js';
import type { InvoiceSources } from './invoice.loader.js';
import { invoiceTerms } from './invoice.order.js';
import type { Invoice } from './invoice.type.js';
import { paymentTerms } from './payment.order.js';
import type { Payment } from './payment.type.js';
import { toInvoice, toPayment } from './shown-account.js';

/** Which rows: those of a range of days, its ends included, that a search finds. */
export interface AccountSelection {
  from: string | null;
  to: string | null;
  search: string | null;
}

/** An invoice or payment, its day, and its position in the order of days. */
export interface DatedAccount<Node> {
  node: Node;
  /** YYYY-MM-DD. */
  day: string;
  position: Position;
}

/** Some of them, the latest first: up to one more than the limit. */
export interface DatedPage<Node> {
  rows: DatedAccount<Node>[];
  asOf: Date;
  stale: boolean;
}

/** Where a page begins and how many rows it has. */
interface PageStart {
  limit: number;
  after: Position | null;
}

/** Invoices and payments by the day of each, within one scope. A row whose day can't be shown has no place among them. */
export class DatedAccounts {
  constructor(
    private readonly sources: InvoiceSources,
    private readonly scope: ErpScope,
    private readonly signal: AbortSignal,
  ) {}

  /** A page of the invoices; null if there can be none. @throws ERP_UNAVAILABLE */
  async invoices(of: AccountSelection, start: PageStart): Promise<DatedPage<Invoice> | null> {
    const { sources, scope, signal } = this;
    if (!sources.invoices || isEmpty(scope)) return null;
    const terms = invoiceTerms(null, scope);
    const today = sources.today();
    const filter = { issuedOn: daysOf(of), search: of.search, today };
    const page = { ...start, terms, backwards: false, before: null };
    const reading = await sources.invoices.page(scope, filter, page, signal);
    const toNode = (row: ErpRow) => toInvoice(row, { today, onUnshown: sources.onUnshown });
    return toPage(reading, (row) => ({
      ...{ node: toNode(row), day: row['issued_on'] ?? '', position: positionOf(row, terms) },
    }));
  }

  /** A page of the payments; null if there can be none. @throws ERP_UNAVAILABLE */
  async payments(of: AccountSelection, start: PageStart): Promise<DatedPage<Payment> | null> {
    const { sources, scope, signal } = this;
    if (!sources.payments || isEmpty(scope)) return null;
    const terms = paymentTerms(null, scope);
    const filter = { paidOn: daysOf(of), search: of.search };
    const page = { ...start, terms, backwards: false, before: null };
    const reading = await sources.payments.page(scope, filter, page, signal);
    return toPage(reading, (row) => ({
      node: toPayment(row, sources.onUnshown),
      ...{ day: row['paid_on'] ?? '', position: positionOf(row, terms) },
    }));
  }

  /** How many invoices there are, and when they were counted. @throws ERP_UNAVAILABLE */
  async countInvoices(of: AccountSelection): Promise<Reading<number> | null> {
    const { sources, scope, signal } = this;
    if (!sources.invoices || isEmpty(scope)) return null;
    const filter = { issuedOn: daysOf(of), search: of.search, today: sources.today() };
    return sources.invoices.count(scope, filter, signal);
  }

  /** The same of payments. @throws ERP_UNAVAILABLE */
  async countPayments(of: AccountSelection): Promise<Reading<number> | null> {
    const { sources, scope, signal } = this;
    if (!sources.payments || isEmpty(scope)) return null;
    return sources.payments.count(scope, { paidOn: daysOf(of), search: of.search }, signal);
  }
}

/** Always a range: a day that can't be shown is in none. */
const daysOf = ({ from, to }: AccountSelection) => ({ from: from ?? FIRST_DATE, to: to ?? LAST_DATE });

function toPage<Node>(
  { value, asOf, stale }: Reading<readonly ErpRow[]>,
  toRow: (row: ErpRow) => DatedAccount<Node>,
): DatedPage<Node> {
  return { rows: value.map(toRow), asOf, stale };
}
