import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalRecentAddressesDocument = `fragment FreightAddress on Address {
  company
  street
  suburb
  state
  postcode
  country
  contactName
  contactPhone
}

query PortalRecentAddresses($search: String) {
  recentAddresses(search: $search, first: 20) {
    ...FreightAddress
  }
}` as Operation<Types.PortalRecentAddressesQuery, Types.PortalRecentAddressesQueryVariables>;
