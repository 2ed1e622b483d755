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

export const PortalErpCheckDocument = `fragment ErpCheckParts on ErpCheck {
  ok
  unreachable
  checkedAt
  sections {
    title
    facts {
      name
      value
    }
    findings {
      level
      text
    }
  }
}

query PortalErpCheck {
  erpCheck {
    ...ErpCheckParts
  }
}` as Operation<Types.PortalErpCheckQuery, Types.PortalErpCheckQueryVariables>;

export const PortalCheckErpDocument = `fragment ErpCheckParts on ErpCheck {
  ok
  unreachable
  checkedAt
  sections {
    title
    facts {
      name
      value
    }
    findings {
      level
      text
    }
  }
}

mutation PortalCheckErp {
  checkErp {
    ...ErpCheckParts
  }
}` as Operation<Types.PortalCheckErpMutation, Types.PortalCheckErpMutationVariables>;
