import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalAccountSightDocument = `query PortalAccountSight {
  viewer {
    allErpCustomers
    erpCustomers {
      name
    }
  }
}` as Operation<Types.PortalAccountSightQuery, Types.PortalAccountSightQueryVariables>;

export const PortalAccountCustomersDocument = `query PortalAccountCustomers($search: String) {
  erpCustomers(search: $search, first: 60) {
    name
  }
}` as Operation<Types.PortalAccountCustomersQuery, Types.PortalAccountCustomersQueryVariables>;
