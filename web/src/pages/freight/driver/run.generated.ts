import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalRunDocument = `query PortalRun($after: String) {
  connotes(
    filter: {status: [ALLOCATED, IN_TRANSIT]}
    orderBy: {field: PICKUP_ON}
    first: 30
    after: $after
  ) {
    nodes {
      ...StopParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment StopParts on Connote {
  id
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
  customerReference
  instructions
  pickupOn
  readyAt
  estimatedDeliveryOn
  deliveredAt
  allowedTransitions
  ...FreightHappenings
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

fragment FreightHappenings on Connote {
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
}` as Operation<Types.PortalRunQuery, Types.PortalRunQueryVariables>;

export const PortalStopDocument = `query PortalStop($number: String!) {
  connotes(filter: {search: $number}, first: 5) {
    nodes {
      ...StopParts
    }
  }
}

fragment StopParts on Connote {
  id
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
  customerReference
  instructions
  pickupOn
  readyAt
  estimatedDeliveryOn
  deliveredAt
  allowedTransitions
  ...FreightHappenings
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

fragment FreightHappenings on Connote {
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
}` as Operation<Types.PortalStopQuery, Types.PortalStopQueryVariables>;

export const PortalStopStateDocument = `query PortalStopState($id: ID!) {
  connote(id: $id) {
    id
    status
    events {
      id
      kind
      to
      by {
        id
      }
      note
    }
  }
}` as Operation<Types.PortalStopStateQuery, Types.PortalStopStateQueryVariables>;

export const PortalMoveStopDocument = `fragment StopParts on Connote {
  id
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
  customerReference
  instructions
  pickupOn
  readyAt
  estimatedDeliveryOn
  deliveredAt
  allowedTransitions
  ...FreightHappenings
}

mutation PortalMoveStop($input: UpdateConnoteStatusInput!) {
  updateConnoteStatus(input: $input) {
    connote {
      ...StopParts
    }
  }
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

fragment FreightHappenings on Connote {
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
}` as Operation<Types.PortalMoveStopMutation, Types.PortalMoveStopMutationVariables>;

export const PortalRecordAttemptDocument = `fragment StopParts on Connote {
  id
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
  customerReference
  instructions
  pickupOn
  readyAt
  estimatedDeliveryOn
  deliveredAt
  allowedTransitions
  ...FreightHappenings
}

mutation PortalRecordAttempt($input: RecordAttemptInput!) {
  recordAttempt(input: $input) {
    connote {
      ...StopParts
    }
  }
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

fragment FreightHappenings on Connote {
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
}` as Operation<Types.PortalRecordAttemptMutation, Types.PortalRecordAttemptMutationVariables>;

export const PortalNoteStopDocument = `fragment StopParts on Connote {
  id
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
  customerReference
  instructions
  pickupOn
  readyAt
  estimatedDeliveryOn
  deliveredAt
  allowedTransitions
  ...FreightHappenings
}

mutation PortalNoteStop($id: ID!, $note: String!, $at: DateTime) {
  addConnoteNote(id: $id, note: $note, at: $at) {
    connote {
      ...StopParts
    }
  }
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

fragment FreightHappenings on Connote {
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
}` as Operation<Types.PortalNoteStopMutation, Types.PortalNoteStopMutationVariables>;
