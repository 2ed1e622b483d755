import { sql } from 'kysely';
import type { ErpBatch, ErpRow } from '../../erp/erp.js';
import type { PaymentColumn } from '../../erp/mapped-column.js';
import { mapReading, Reading } from '../../erp/reading.js';
import { orderByTerms, withKnownNulls } from '../../erp/rows/row-order.js';
import { type RowPage, rowPageQuery } from '../../erp/rows/row-page.js';
import { isEmpty } from '../../erp/rows/scoped-rows.js';
import type { ErpScope } from '../../shared/auth.js';
import { narrowedBy, type ScopedAccounts } from './account-queries.js';
import type { InvoiceKey } from './invoice.store.js';
import type { PaymentFilter } from './payment.args.js';
import type { PaymentTerm } from './payment.order.js';

/** How many payments of one invoice are listed. */
export const MAX_PAYMENTS_OF_INVOICE = 100;

/** Reads the ERP's payments. Each method takes a scope, and returns only rows exactly within it. */
export class PaymentStore {
  constructor(private readonly accounts: ScopedAccounts) {}

  /** A page of everything within a scope. */
  async page(
    scope: ErpScope,
    filter: PaymentFilter,
    page: RowPage<PaymentColumn>,
    signal: AbortSignal,
  ): Promise<Reading<readonly ErpRow[]>> {
    const within = narrowedBy(scope, filter);
    if (isEmpty(within)) return Reading.now([]);
    return this.accounts.read(
      (queries) =>
        rowPageQuery(
          queries.sql.payments,
          { rows: queries.payments(within, filter), columns: queries.paymentColumns },
          page,
        ),
      { scope: within, signal, orStale: true, inputs: ['payments', filter, page] },
    );
  }

  /** The number of payments. */
  async count(scope: ErpScope, filter: PaymentFilter, signal: AbortSignal): Promise<Reading<number>> {
    const within = narrowedBy(scope, filter);
    if (isEmpty(within)) return Reading.now(0);
    const reading = await this.accounts.readTotal(
      (queries) => queries.payments(within, filter).select(sql`count(*)`.as('row_count')),
      { scope: within, signal, orStale: true },
    );
    return mapReading(reading, ([row]) => Number(row?.['row_count'] ?? 0));
  }

  /** What was paid on some invoices, the latest first, in one query; see MAX_PAYMENTS_OF_INVOICE. Never stale. */
  async ofInvoices(
    scope: ErpScope,
    keys: readonly InvoiceKey[],
    signal: AbortSignal,
  ): Promise<readonly ErpRow[]> {
    const within = narrowedBy(scope, { erpCustomerNames: keys.map(({ customer }) => customer) });
    if (isEmpty(within)) return [];
    const numbers = [...new Set(keys.map(({ number }) => number))].sort();
    const { value } = await this.accounts.read(
      (queries) => {
        const { db, payments } = queries.sql;
        const { dialect } = payments;
        const invoice = sql`${dialect.exact('customer_name')}, ${dialect.exact('invoice_number')}`;
        const latestFirst = sql`${dialect.column('paid_on')} desc, ${dialect.column('row_id')} desc`;
        const numbered = queries
          .payments(within, {})
          .where(dialect.exactlyIn('invoice_number', numbers))
          .select(queries.paymentColumns)
          .select(
            sql<number>`row_number() over (partition by ${invoice} order by ${latestFirst})`.as('place'),
          );
        return db
          .selectFrom(numbered.as('numbered'))
          .selectAll()
          .where('place', '<=', MAX_PAYMENTS_OF_INVOICE)
          .orderBy('place');
      },
      { scope: within, signal, orStale: false },
    );
    return value;
  }

  /** Everything within a scope in order, in batches as the rows arrive. Nothing is asked before the first batch is taken. */
  async *stream(
    scope: ErpScope,
    filter: PaymentFilter,
    terms: readonly PaymentTerm[],
    signal: AbortSignal,
  ): AsyncGenerator<ErpBatch, void, undefined> {
    const within = narrowedBy(scope, filter);
    if (isEmpty(within)) return;
    yield* this.accounts.stream(
      (queries) => {
        const { payments } = queries.sql;
        return queries
          .payments(within, filter)
          .select(queries.paymentColumns)
          .orderBy(orderByTerms(payments.dialect, withKnownNulls(payments, terms), false));
      },
      { scope: within, signal },
    );
  }
}
