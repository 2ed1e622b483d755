import DataLoader from 'dataloader';
import type { Reading } from '../../erp/reading.js';
import { readRowConnection } from '../../erp/rows/row-connection.js';
import { type ErpScope, scopeKey } from '../../shared/auth.js';
import type { CursorCodec } from '../../shared/cursor.js';
import { switchedOff } from '../../shared/errors.js';
import { groupBy } from '../../shared/group-by.js';
import { required } from '../../shared/row-values.js';
import type { DatedInvoiceFilter } from './account-queries.js';
import type { InvoiceArgs, InvoiceFilter } from './invoice.args.js';
import { invoiceTerms } from './invoice.order.js';
import type { InvoiceKey, InvoiceStore } from './invoice.store.js';
import { type Invoice, InvoiceConnection, type InvoiceTotals } from './invoice.type.js';
import type { PaymentArgs, PaymentFilter } from './payment.args.js';
import { paymentTerms } from './payment.order.js';
import type { PaymentStore } from './payment.store.js';
import { type Payment, PaymentConnection } from './payment.type.js';
import { type ShownAs, toInvoice, toPayment } from './shown-account.js';

/** What the loader reads from, and how rows are shown. */
export interface InvoiceSources extends Omit<ShownAs, 'today'> {
  /** Null if the ERP's are not mapped: then everything is refused. */
  invoices: InvoiceStore | null;
  payments: PaymentStore | null;
  cursors: CursorCodec;
  /** The day by which statuses count. */
  today: () => string;
}

const keyOf = ({ customer, number }: InvoiceKey) => JSON.stringify([customer, number]);

/** Reads invoices and payments for one request, within one scope. What is read for several at once is one query. */
export class InvoiceLoader {
  #shown: ShownAs | null = null;
  readonly #counts = new Map<string, Promise<Reading<number>>>();
  readonly #paymentsOf: DataLoader<InvoiceKey, Payment[], string>;
  readonly #numbered: DataLoader<InvoiceKey, Invoice | null, string>;

  constructor(
    private readonly sources: InvoiceSources,
    private readonly scope: ErpScope,
    private readonly signal: AbortSignal,
  ) {
    const options = { cacheKeyFn: keyOf };
    this.#paymentsOf = new DataLoader((keys) => this.#readPaymentsOf(keys), options);
    this.#numbered = new DataLoader((keys) => this.#readNumbered(keys), options);
  }

  /** A page of the invoices. @throws FORBIDDEN if the portal has none */
  async page(args: InvoiceArgs): Promise<InvoiceConnection> {
    const { invoices, scope, signal } = this;
    const filter = this.#dated(args.filter);
    const terms = invoiceTerms(args.orderBy, scope);
    const page = await readRowConnection(args, {
      ...{ name: 'invoices', scope, terms, cursors: this.sources.cursors },
      read: (positions) => invoices.page(scope, filter, { ...positions, terms }, signal),
      count: () => this.#once(['invoices', filter], () => invoices.count(scope, filter, signal)),
      toNode: (row) => toInvoice(row, this.#shownAs),
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

  /** A page of the payments. @throws FORBIDDEN if the portal has none */
  async paymentPage(args: PaymentArgs): Promise<PaymentConnection> {
    const { payments, scope, signal } = this;
    const filter = args.filter ?? {};
    const terms = paymentTerms(args.orderBy, scope);
    const page = await readRowConnection(args, {
      ...{ name: 'payments', scope, terms, cursors: this.sources.cursors },
      read: (positions) => payments.page(scope, filter, { ...positions, terms }, signal),
      count: () => this.#once(['payments', filter], () => payments.count(scope, filter, signal)),
      toNode: (row) => toPayment(row, this.sources.onUnshown),
    });
    return Object.assign(new PaymentConnection(), page);
  }

  /** How many payments match. @throws FORBIDDEN if the portal has none */
  async paymentCount(filter: PaymentFilter | null | undefined): Promise<number> {
    return (await this.payments.count(this.scope, filter ?? {}, this.signal)).value;
  }

  /** What was paid on an invoice, the latest first; nothing if payments are not mapped. */
  async paymentsOf({ erpCustomer, number }: Invoice): Promise<Payment[]> {
    if (!this.sources.payments) return [];
    return this.#paymentsOf.load({ customer: erpCustomer.name, number });
  }

  /** The invoice that a payment names; null if there is none. */
  async invoiceOf({ erpCustomer, invoiceNumber }: Payment): Promise<Invoice | null> {
    if (invoiceNumber === null) return null;
    return this.#numbered.load({ customer: erpCustomer.name, number: invoiceNumber });
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
    const { paymentPage, onUnshown, today } = this.sources;
    this.#shown ??= { paymentPage, onUnshown, today: today() };
    return this.#shown;
  }

  #dated(filter: InvoiceFilter | null | undefined): DatedInvoiceFilter {
    return { ...filter, today: this.#shownAs.today };
  }

  async #readPaymentsOf(keys: readonly InvoiceKey[]): Promise<Payment[][]> {
    const rows = await this.payments.ofInvoices(this.scope, keys, this.signal);
    const byKey = groupBy(rows, (row) =>
      keyOf({ customer: required(row, 'customer_name'), number: required(row, 'invoice_number') }),
    );
    return keys.map((key) =>
      (byKey.get(keyOf(key)) ?? []).map((row) => toPayment(row, this.sources.onUnshown)),
    );
  }

  async #readNumbered(keys: readonly InvoiceKey[]): Promise<(Invoice | null)[]> {
    const { today } = this.#shownAs;
    const rows = await this.invoices.numbered(this.scope, keys, { today, signal: this.signal });
    const byKey = groupBy(rows, (row) =>
      keyOf({ customer: required(row, 'customer_name'), number: required(row, 'invoice_number') }),
    );
    return keys.map((key) => {
      const [latest] = byKey.get(keyOf(key)) ?? [];
      return latest ? toInvoice(latest, this.#shownAs) : null;
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
