import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalErpNamesDocument = `query PortalErpNames($search: String, $first: Int!) {
  erpCustomers(search: $search, first: $first) {
    name
  }
}` as Operation<Types.PortalErpNamesQuery, Types.PortalErpNamesQueryVariables>;
