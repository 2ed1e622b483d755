import { sql } from 'kysely';
import type { ErpRow } from '../../erp/erp.js';
import type { InvoiceColumn } from '../../erp/mapped-column.js';
import { mapReading, Reading } from '../../erp/reading.js';
import { rowIdsOf } from '../../erp/rows/row-ids.js';
import { isEmpty, narrowToFilter } from '../../erp/rows/scoped-rows.js';
import type { ErpScope } from '../../shared/auth.js';
import { decimal, required } from '../../shared/row-values.js';
import { AccountStore } from './account.store.js';
import type { InvoiceKey } from './account-links.js';
import type { AccountQueries, DatedInvoiceFilter, ScopedAccounts } from './account-queries.js';
import type { InvoiceCurrencyTotals } from './invoice.type.js';
import { overdue } from './invoice-status.js';

/** Reads the ERP's invoices. Each method takes a scope, and returns only rows exactly within it. */
export class InvoiceStore extends AccountStore<InvoiceColumn, DatedInvoiceFilter> {
  constructor(accounts: ScopedAccounts) {
    super('invoices', accounts);
  }

  protected rows(queries: AccountQueries, scope: ErpScope, filter: DatedInvoiceFilter) {
    return {
      relation: queries.sql.invoices,
      rows: queries.invoices(scope, filter),
      columns: queries.invoiceColumns,
    };
  }

  /** Sums by currency. */
  async totals(
    scope: ErpScope,
    filter: DatedInvoiceFilter,
    signal: AbortSignal,
  ): Promise<Reading<InvoiceCurrencyTotals[]>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now([]);
    const reading = await this.accounts.readTotal(
      (queries) => {
        const { dialect } = queries.sql.invoices;
        const isOverdue = overdue(dialect, filter.today);
        const sumOf = (name: 'total_amount' | 'open_amount') =>
          dialect.text(dialect.sumOfNumbers(name, name)).as(name);
        const open = dialect.shownQuantity('open_amount');
        return queries
          .invoices(within, filter)
          .select(dialect.shown('currency', sql`max(${dialect.column('currency')})`).as('currency'))
          .select(sql`count(*)`.as('row_count'))
          .select([sumOf('total_amount'), sumOf('open_amount')])
          .select(dialect.text(sql`sum(case when ${isOverdue} then ${open} else 0 end)`).as('overdue_amount'))
          .groupBy(dialect.exact('currency'));
      },
      { scope: within, signal, orStale: true },
    );
    return mapReading(reading, (rows) =>
      rows.map(toTotals).sort((a, b) => (a.currency < b.currency ? -1 : 1)),
    );
  }

  /** The invoice with an id; null if the scope has none. Never stale, because an invoice can't say so. */
  async invoice(
    scope: ErpScope,
    { id, today }: { id: string; today: string },
    signal: AbortSignal,
  ): Promise<ErpRow | null> {
    const ids = rowIdsOf(id);
    if (isEmpty(scope) || ids.length === 0) return null;
    const { value } = await this.accounts.read(
      (queries) => {
        const { dialect } = queries.sql.invoices;
        return queries
          .invoices(scope, { today })
          .where(dialect.exactlyIn('row_id', ids))
          .select(queries.invoiceColumns)
          .orderBy(dialect.column('row_id'))
          .offset(0)
          .fetch(1);
      },
      { scope, signal, orStale: false },
    );
    return value.find((row) => ids.includes(required(row, 'row_id'))) ?? null;
  }

  /** The invoices of some numbers of some customers, in one query; of several with one number, the latest first. */
  async numbered(
    scope: ErpScope,
    keys: readonly InvoiceKey[],
    { today, orStale, signal }: { today: string; orStale: boolean; signal: AbortSignal },
  ): Promise<Reading<readonly ErpRow[]>> {
    const within = narrowToFilter(scope, { erpCustomerNames: keys.map(({ customer }) => customer) });
    if (isEmpty(within)) return Reading.now([]);
    const numbers = [...new Set(keys.map(({ number }) => number))].sort();
    return this.accounts.read(
      (queries) => {
        const { dialect } = queries.sql.invoices;
        return queries
          .invoices(within, { today })
          .where(dialect.exactlyIn('invoice_number', numbers))
          .select(queries.invoiceColumns)
          .orderBy(sql`${dialect.column('issued_on')} desc`);
      },
      { scope: within, signal, orStale },
    );
  }
}

const toTotals = (row: ErpRow): InvoiceCurrencyTotals => ({
  currency: required(row, 'currency'),
  invoiceCount: Number(row['row_count']),
  totalAmount: decimal(row, 'total_amount'),
  openAmount: decimal(row, 'open_amount'),
  overdueAmount: decimal(row, 'overdue_amount'),
});
