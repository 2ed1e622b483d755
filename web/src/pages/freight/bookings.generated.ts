import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalBookingsDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

query PortalBookings($filter: ConnoteFilter, $orderBy: ConnoteOrder, $first: Int, $after: String, $last: Int, $before: String) {
  connotes(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      number
      status
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
      estimatedDeliveryOn
      customerReference
      createdAt
      updatedAt
    }
    pageInfo {
      ...PageParts
    }
    countsByStatus {
      status
      count
    }
  }
}` as Operation<Types.PortalBookingsQuery, Types.PortalBookingsQueryVariables>;

export const PortalBookingDocument = `query PortalBooking($number: String!) {
  connotes(filter: {search: $number}, first: 5) {
    nodes {
      ...BookingParts
    }
  }
}

fragment BookingParts on Connote {
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
}` as Operation<Types.PortalBookingQuery, Types.PortalBookingQueryVariables>;

export const PortalBookingProofDocument = `query PortalBookingProof($id: ID!) {
  connote(id: $id) {
    proofOfDelivery {
      receivedBy
      at
      note
      signatureUrl
      photos {
        id
        kind
        note
        width
        height
        url
        thumbnailUrl
      }
    }
  }
}` as Operation<Types.PortalBookingProofQuery, Types.PortalBookingProofQueryVariables>;

export const PortalBookingPapersDocument = `query PortalBookingPapers($id: ID!) {
  connote(id: $id) {
    documentUrl
    labelUrl
  }
}` as Operation<Types.PortalBookingPapersQuery, Types.PortalBookingPapersQueryVariables>;

export const PortalBookShipmentDocument = `mutation PortalBookShipment($input: BookShipmentInput!) {
  bookShipment(input: $input) {
    connote {
      id
      number
      status
    }
  }
}` as Operation<Types.PortalBookShipmentMutation, Types.PortalBookShipmentMutationVariables>;

export const PortalMoveBookingDocument = `mutation PortalMoveBooking($input: UpdateConnoteStatusInput!) {
  updateConnoteStatus(input: $input) {
    connote {
      id
      status
    }
  }
}` as Operation<Types.PortalMoveBookingMutation, Types.PortalMoveBookingMutationVariables>;

export const PortalCancelBookingDocument = `mutation PortalCancelBooking($id: ID!, $version: Int!, $note: String) {
  cancelConnote(id: $id, version: $version, note: $note) {
    connote {
      id
      status
    }
  }
}` as Operation<Types.PortalCancelBookingMutation, Types.PortalCancelBookingMutationVariables>;

export const PortalBookAgainDocument = `mutation PortalBookAgain($id: ID!) {
  copyConnote(id: $id) {
    connote {
      id
      number
    }
  }
}` as Operation<Types.PortalBookAgainMutation, Types.PortalBookAgainMutationVariables>;
