import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalPaymentsDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

query PortalPayments($filter: PaymentFilter, $orderBy: [PaymentOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  payments(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      erpCustomer {
        name
      }
      number
      invoiceNumber
      invoice {
        id
      }
      method
      reference
      paidOn
      currency
      amount
      unshown
    }
    pageInfo {
      ...PageParts
    }
    asOf
    stale
  }
}` as Operation<Types.PortalPaymentsQuery, Types.PortalPaymentsQueryVariables>;

export const PortalPaymentCountDocument = `query PortalPaymentCount($filter: PaymentFilter) {
  payments(filter: $filter, first: 1) {
    totalCount
  }
}` as Operation<Types.PortalPaymentCountQuery, Types.PortalPaymentCountQueryVariables>;

export const PortalPreparePaymentExportDocument = `mutation PortalPreparePaymentExport($input: PreparePaymentExportInput!) {
  preparePaymentExport(input: $input) {
    url
    fileName
    rowCount
  }
}` as Operation<Types.PortalPreparePaymentExportMutation, Types.PortalPreparePaymentExportMutationVariables>;
