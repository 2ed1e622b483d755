import { sql } from 'kysely';
import type { ErpRow } from '../../erp/erp.js';
import type { PaymentColumn } from '../../erp/mapped-column.js';
import { Reading } from '../../erp/reading.js';
import { isEmpty, narrowToFilter } from '../../erp/rows/scoped-rows.js';
import type { ErpScope } from '../../shared/auth.js';
import { AccountStore } from './account.store.js';
import type { InvoiceKey } from './account-links.js';
import type { AccountQueries, ScopedAccounts } from './account-queries.js';
import type { PaymentFilter } from './payment.args.js';

/** How many payments of one invoice are listed. */
export const MAX_PAYMENTS_OF_INVOICE = 100;

/** Reads the ERP's payments. Each method takes a scope, and returns only rows exactly within it. */
export class PaymentStore extends AccountStore<PaymentColumn, PaymentFilter> {
  constructor(accounts: ScopedAccounts) {
    super('payments', accounts);
  }

  protected rows(queries: AccountQueries, scope: ErpScope, filter: PaymentFilter) {
    return {
      relation: queries.sql.payments,
      rows: queries.payments(scope, filter),
      columns: queries.paymentColumns,
    };
  }

  /** What was paid on some invoices, the latest first, in one query; see MAX_PAYMENTS_OF_INVOICE. */
  async ofInvoices(
    scope: ErpScope,
    keys: readonly InvoiceKey[],
    { orStale, signal }: { orStale: boolean; signal: AbortSignal },
  ): Promise<Reading<readonly ErpRow[]>> {
    const within = narrowToFilter(scope, { erpCustomerNames: keys.map(({ customer }) => customer) });
    if (isEmpty(within)) return Reading.now([]);
    const numbers = [...new Set(keys.map(({ number }) => number))].sort();
    return this.accounts.read(
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
      { scope: within, signal, orStale },
    );
  }
}
