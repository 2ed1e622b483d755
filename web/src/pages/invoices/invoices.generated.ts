import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalInvoicesDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

fragment InvoiceParts on Invoice {
  id
  erpCustomer {
    name
  }
  number
  status
  reference
  description
  issuedOn
  dueOn
  currency
  totalAmount
  openAmount
  unshown
}

query PortalInvoices($filter: InvoiceFilter, $orderBy: [InvoiceOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  invoices(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...InvoiceParts
    }
    pageInfo {
      ...PageParts
    }
    asOf
    stale
  }
}` as Operation<Types.PortalInvoicesQuery, Types.PortalInvoicesQueryVariables>;

export const PortalInvoiceDocument = `fragment InvoiceParts on Invoice {
  id
  erpCustomer {
    name
  }
  number
  status
  reference
  description
  issuedOn
  dueOn
  currency
  totalAmount
  openAmount
  unshown
}

query PortalInvoice($id: ID!) {
  invoice(id: $id) {
    ...InvoiceParts
    taxAmount
    paymentUrl
    payments {
      id
      number
      paidOn
      method
      reference
      currency
      amount
      unshown
    }
  }
}` as Operation<Types.PortalInvoiceQuery, Types.PortalInvoiceQueryVariables>;

export const PortalInvoiceCountDocument = `query PortalInvoiceCount($filter: InvoiceFilter) {
  invoices(filter: $filter, first: 1) {
    totalCount
  }
}` as Operation<Types.PortalInvoiceCountQuery, Types.PortalInvoiceCountQueryVariables>;

export const PortalPrepareInvoiceExportDocument = `mutation PortalPrepareInvoiceExport($input: PrepareInvoiceExportInput!) {
  prepareInvoiceExport(input: $input) {
    url
    fileName
    rowCount
  }
}` as Operation<Types.PortalPrepareInvoiceExportMutation, Types.PortalPrepareInvoiceExportMutationVariables>;
