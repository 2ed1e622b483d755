import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalErpNamesDocument = `query PortalErpNames($search: String) {
  erpCustomers(search: $search, first: 200) {
    name
  }
}` as Operation<Types.PortalErpNamesQuery, Types.PortalErpNamesQueryVariables>;
