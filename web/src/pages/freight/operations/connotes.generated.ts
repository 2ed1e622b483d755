import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalStaffConnotesDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

fragment StaffConnoteRow on Connote {
  id
  version
  number
  status
  customer {
    id
    firstName
    lastName
    company
  }
  pickup {
    suburb
    state
  }
  delivery {
    suburb
    state
  }
  service
  chargeableWeightKg
  totalAmount
  priced
  currency
  pickupOn
  driver {
    id
    name
  }
}

query PortalStaffConnotes($filter: ConnoteFilter, $first: Int, $after: String, $last: Int, $before: String) {
  connotes(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...StaffConnoteRow
    }
    pageInfo {
      ...PageParts
    }
    countsByStatus {
      status
      count
    }
  }
}` as Operation<Types.PortalStaffConnotesQuery, Types.PortalStaffConnotesQueryVariables>;

export const PortalConnoteBoardDocument = `fragment StaffConnoteRow on Connote {
  id
  version
  number
  status
  customer {
    id
    firstName
    lastName
    company
  }
  pickup {
    suburb
    state
  }
  delivery {
    suburb
    state
  }
  service
  chargeableWeightKg
  totalAmount
  priced
  currency
  pickupOn
  driver {
    id
    name
  }
}

fragment BoardColumn on ConnoteConnection {
  nodes {
    ...StaffConnoteRow
  }
  totalCount
}

query PortalConnoteBoard($search: String, $driverId: ID) {
  PENDING: connotes(
    filter: {status: [PENDING], search: $search, driverId: $driverId}
    first: 25
  ) {
    ...BoardColumn
  }
  CONFIRMED: connotes(
    filter: {status: [CONFIRMED], search: $search, driverId: $driverId}
    first: 25
  ) {
    ...BoardColumn
  }
  ALLOCATED: connotes(
    filter: {status: [ALLOCATED], search: $search, driverId: $driverId}
    first: 25
  ) {
    ...BoardColumn
  }
  IN_TRANSIT: connotes(
    filter: {status: [IN_TRANSIT], search: $search, driverId: $driverId}
    first: 25
  ) {
    ...BoardColumn
  }
}` as Operation<Types.PortalConnoteBoardQuery, Types.PortalConnoteBoardQueryVariables>;

export const PortalStaffConnoteDocument = `fragment BookingParts on Connote {
  id
  version
  number
  status
  service
  pickup {
    ...FreightAddress
  }
  delivery {
    ...FreightAddress
  }
  items {
    ...FreightGoods
  }
  weightKg
  cubicWeightKg
  chargeableWeightKg
  totalAmount
  priced
  currency
  customerReference
  instructions
  pickupOn
  readyAt
  estimatedDeliveryOn
  deliveredAt
  trackingUrl
  quote {
    id
    reference
  }
  allowedTransitions
  events {
    id
    kind
    from
    to
    by {
      name
    }
    note
    at
    recordedAt
  }
  attempts {
    id
    reason
    note
    at
  }
  createdAt
}

fragment FreightAddress on Address {
  company
  street
  suburb
  state
  postcode
  country
  contactName
  contactPhone
}

fragment FreightGoods on FreightItem {
  description
  packaging
  quantity
  weightKg
  lengthCm
  widthCm
  heightCm
  dangerousGoods {
    unNumber
    class
    packingGroup
  }
}

fragment StaffConnote on Connote {
  ...BookingParts
  customer {
    ...FreightCustomer
  }
  driver {
    id
    name
  }
}

query PortalStaffConnote($number: String!) {
  connotes(filter: {search: $number}, first: 5) {
    nodes {
      ...StaffConnote
    }
  }
}

fragment FreightCustomer on Customer {
  id
  firstName
  lastName
  company
  email
  phone
}` as Operation<Types.PortalStaffConnoteQuery, Types.PortalStaffConnoteQueryVariables>;

export const PortalConnoteStateDocument = `query PortalConnoteState($id: ID!) {
  connote(id: $id) {
    id
    version
    status
    totalAmount
    priced
    currency
    driver {
      id
      name
    }
  }
}` as Operation<Types.PortalConnoteStateQuery, Types.PortalConnoteStateQueryVariables>;

export const PortalDriversDocument = `query PortalDrivers($search: String) {
  drivers(search: $search, first: 50) {
    id
    name
  }
}` as Operation<Types.PortalDriversQuery, Types.PortalDriversQueryVariables>;

export const PortalPriceConnoteDocument = `mutation PortalPriceConnote($input: PriceConnoteInput!) {
  priceConnote(input: $input) {
    connote {
      id
      totalAmount
    }
  }
}` as Operation<Types.PortalPriceConnoteMutation, Types.PortalPriceConnoteMutationVariables>;

export const PortalNoteConnoteDocument = `mutation PortalNoteConnote($id: ID!, $note: String!) {
  addConnoteNote(id: $id, note: $note) {
    connote {
      id
    }
  }
}` as Operation<Types.PortalNoteConnoteMutation, Types.PortalNoteConnoteMutationVariables>;
