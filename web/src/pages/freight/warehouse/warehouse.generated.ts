import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalOutgoingDocument = `fragment FreightAddress on Address {
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
}

query PortalOutgoing($number: String!) {
  connotes(filter: {search: $number}, first: 5) {
    nodes {
      ...OutgoingParts
    }
  }
}

fragment OutgoingParts on Connote {
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
  driver {
    name
  }
  ...FreightHappenings
}` as Operation<Types.PortalOutgoingQuery, Types.PortalOutgoingQueryVariables>;

export const PortalNoteOutgoingDocument = `fragment FreightAddress on Address {
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
}

fragment OutgoingParts on Connote {
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
  driver {
    name
  }
  ...FreightHappenings
}

mutation PortalNoteOutgoing($id: ID!, $note: String!) {
  addConnoteNote(id: $id, note: $note) {
    connote {
      ...OutgoingParts
    }
  }
}` as Operation<Types.PortalNoteOutgoingMutation, Types.PortalNoteOutgoingMutationVariables>;
