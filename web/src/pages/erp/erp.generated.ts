import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalErpStatusDocument = `query PortalErpStatus {
  erpStatus {
    reachable
    kind
    readOnly
    circuit
    latencyMs
    lastError
    lastErrorAt
    recentFailureRate
    encryption
    checkedAt
    recent {
      at
      latencyMs
    }
  }
}` as Operation<Types.PortalErpStatusQuery, Types.PortalErpStatusQueryVariables>;
