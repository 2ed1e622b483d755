import type { Operation } from '../ask';
import type * as Types from '../operations.generated';

export const PortalOpenAmountsDocument = `query PortalOpenAmounts($filter: InvoiceFilter) {
  invoiceTotals(filter: $filter) {
    byCurrency {
      currency
      invoiceCount
      openAmount
      overdueAmount
    }
    asOf
    stale
  }
}` as Operation<Types.PortalOpenAmountsQuery, Types.PortalOpenAmountsQueryVariables>;
