import type { ErpRow } from '../../erp/erp.js';
import { mapReading, type Reading } from '../../erp/reading.js';
import { readRowConnection } from '../../erp/rows/row-connection.js';
import { type ErpScope, scopeKey } from '../../shared/auth.js';
import type { CursorCodec } from '../../shared/cursor.js';
import { switchedOff } from '../../shared/errors.js';
import { groupBy } from '../../shared/group-by.js';
import { required } from '../../shared/row-values.js';
import { AccountLinks, type InvoiceKey, textOf } from './account-links.js';
import type { DatedInvoiceFilter } from './account-queries.js';
import type { InvoiceArgs, InvoiceFilter } from './invoice.args.js';
import { invoiceTerms } from './invoice.order.js';
import type { InvoiceStore } from './invoice.store.js';
import { type Invoice, InvoiceConnection, type InvoiceTotals } from './invoice.type.js';
import type { PaymentArgs, PaymentFilter } from './payment.args.js';
import { paymentTerms } from './payment.order.js';
import type { PaymentStore } from './payment.store.js';
import { type Payment, PaymentConnection } from './payment.type.js';
import type { PaymentPage } from './payment-page.js';
import { type ShownAs, toInvoice, toPayment } from './shown-account.js';

/** What the loader reads from, and how rows are shown. */
export interface InvoiceSources extends Omit<ShownAs, 'today'> {
  /** Null if the ERP's are not mapped: then everything is refused. */
  invoices: InvoiceStore | null;
  payments: PaymentStore | null;
  cursors: CursorCodec;
  /** Where invoices are paid; null if the portal has no such page. */
  paymentPage: PaymentPage | null;
  /** The day by which statuses count. */
  today: () => string;
}

/** Reads invoices and payments for one request, within one scope. What is read for several at once is one query. */
export class InvoiceLoader {
  #shown: ShownAs | null = null;
  readonly #counts = new Map<string, Promise<Reading<number>>>();
  readonly #paymentsOf = new AccountLinks(
    ({ erpCustomer, number }: Invoice) => ({ customer: erpCustomer.name, number }),
    (keys, orStale) => this.#readPaymentsOf(keys, orStale),
  );
  readonly #invoiceOf = new AccountLinks(
    ({ erpCustomer, invoiceNumber: number }: Payment) =>
      number === null ? null : { customer: erpCustomer.name, number },
    (keys, orStale) => this.#readNumbered(keys, orStale),
  );

  constructor(
    private readonly sources: InvoiceSources,
    private readonly scope: ErpScope,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * A page of the invoices.
   *
   * @param withPayments whether the payments of each are asked for
   * @throws FORBIDDEN if the portal has none
   */
  async page(args: InvoiceArgs, { withPayments }: { withPayments: boolean }): Promise<InvoiceConnection> {
    const { invoices, scope, signal } = this;
    const filter = this.#dated(args.filter);
    const terms = invoiceTerms(args.orderBy, scope);
    const page = await readRowConnection(args, {
      ...{ name: 'invoices', scope, terms, cursors: this.sources.cursors },
      read: (positions) => invoices.page(scope, filter, { ...positions, terms }, signal),
      count: () => this.#once(['invoices', filter], () => invoices.count(scope, filter, signal)),
      toNode: (row) => toInvoice(row, this.#shownAs),
      ...(withPayments && this.sources.payments
        ? { cover: (nodes: readonly Invoice[]) => this.#paymentsOf.cover(nodes) }
        : {}),
    });
    return Object.assign(new InvoiceConnection(), page);
  }

  /** The invoice with an id; null if the scope has none. @throws FORBIDDEN if the portal has none */
  async invoice(id: string): Promise<Invoice | null> {
    const row = await this.invoices.invoice(this.scope, { id, today: this.#shownAs.today }, this.signal);
    return row && toInvoice(row, this.#shownAs);
  }

  /** Sums by currency. @throws FORBIDDEN if the portal has no invoices */
  async totals(filter: InvoiceFilter | null | undefined): Promise<InvoiceTotals> {
    const { value, asOf, stale } = await this.invoices.totals(this.scope, this.#dated(filter), this.signal);
    const invoiceCount = value.reduce((count, ofCurrency) => count + ofCurrency.invoiceCount, 0);
    return { invoiceCount, byCurrency: value, asOf, stale };
  }

  /** How many invoices match. @throws FORBIDDEN if the portal has none */
  async count(filter: InvoiceFilter | null | undefined): Promise<number> {
    return (await this.invoices.count(this.scope, this.#dated(filter), this.signal)).value;
  }

  /**
   * A page of the payments.
   *
   * @param withInvoices whether the invoice of each is asked for
   * @throws FORBIDDEN if the portal has none
   */
  async paymentPage(
    args: PaymentArgs,
    { withInvoices }: { withInvoices: boolean },
  ): Promise<PaymentConnection> {
    const { payments, scope, signal } = this;
    const filter = args.filter ?? {};
    const terms = paymentTerms(args.orderBy, scope);
    const page = await readRowConnection(args, {
      ...{ name: 'payments', scope, terms, cursors: this.sources.cursors },
      read: (positions) => payments.page(scope, filter, { ...positions, terms }, signal),
      count: () => this.#once(['payments', filter], () => payments.count(scope, filter, signal)),
      toNode: (row) => toPayment(row, this.sources.onUnshown),
      ...(withInvoices ? { cover: (nodes: readonly Payment[]) => this.#invoiceOf.cover(nodes) } : {}),
    });
    return Object.assign(new PaymentConnection(), page);
  }

  /** How many payments match. @throws FORBIDDEN if the portal has none */
  async paymentCount(filter: PaymentFilter | null | undefined): Promise<number> {
    return (await this.payments.count(this.scope, filter ?? {}, this.signal)).value;
  }

  /** What was paid on an invoice, the latest first; nothing if payments are not mapped. */
  async paymentsOf(invoice: Invoice): Promise<Payment[]> {
    return (this.sources.payments && (await this.#paymentsOf.of(invoice))) ?? [];
  }

  /** The invoice that a payment names; null if there is none. */
  invoiceOf(payment: Payment): Promise<Invoice | null> {
    return this.#invoiceOf.of(payment);
  }

  /** Where an invoice is paid; null if nothing is to be paid, or the portal has no page for it. */
  paymentUrlOf(invoice: Invoice): string | null {
    return this.sources.paymentPage?.addressFor(invoice) ?? null;
  }

  private get invoices(): InvoiceStore {
    if (!this.sources.invoices) throw switchedOff('Invoices');
    return this.sources.invoices;
  }

  private get payments(): PaymentStore {
    if (!this.sources.payments) throw switchedOff('Payments');
    return this.sources.payments;
  }

  /** The day is found once for the request, and only if something is read: nearly all requests read no invoices. */
  get #shownAs(): ShownAs {
    const { onUnshown, today } = this.sources;
    this.#shown ??= { onUnshown, today: today() };
    return this.#shown;
  }

  #dated(filter: InvoiceFilter | null | undefined): DatedInvoiceFilter {
    return { ...filter, today: this.#shownAs.today };
  }

  async #readPaymentsOf(keys: readonly InvoiceKey[], orStale: boolean): Promise<Reading<Payment[]>[]> {
    const read = await this.payments.ofInvoices(this.scope, keys, { orStale, signal: this.signal });
    const byKey = groupBy(read.value, invoiceKeyOf);
    return keys.map((key) =>
      mapReading(read, () =>
        (byKey.get(textOf(key)) ?? []).map((row) => toPayment(row, this.sources.onUnshown)),
      ),
    );
  }

  async #readNumbered(keys: readonly InvoiceKey[], orStale: boolean): Promise<Reading<Invoice | null>[]> {
    const { today } = this.#shownAs;
    const read = await this.invoices.numbered(this.scope, keys, { today, orStale, signal: this.signal });
    const byKey = groupBy(read.value, invoiceKeyOf);
    return keys.map((key) => {
      const [latest] = byKey.get(textOf(key)) ?? [];
      return mapReading(read, () => (latest ? toInvoice(latest, this.#shownAs) : null));
    });
  }

  /** Runs a count once per request. Later calls with the same key get the same result. */
  #once(keyParts: readonly unknown[], read: () => Promise<Reading<number>>): Promise<Reading<number>> {
    const key = JSON.stringify([keyParts, scopeKey(this.scope)]);
    const result = this.#counts.get(key) ?? read();
    this.#counts.set(key, result);
    return result;
  }
}

const invoiceKeyOf = (row: ErpRow) =>
  textOf({ customer: required(row, 'customer_name'), number: required(row, 'invoice_number') });
