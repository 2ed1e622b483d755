import type { Operation } from '../ask';
import type * as Types from '../operations.generated';

export const PortalViewerChangedDocument = `subscription PortalViewerChanged {
  viewerChanged {
    __typename
    ... on SessionEnded {
      reason
    }
    ... on AccessChanged {
      viewer {
        ...ViewerParts
      }
    }
  }
}

fragment ViewerParts on Viewer {
  role
  homePath
  mustChangePassword
  pendingEmail
  preferences {
    density
    locale
    theme
    timeZone
  }
  user {
    id
    username
    displayName
    email
  }
}` as Operation<Types.PortalViewerChangedSubscription, Types.PortalViewerChangedSubscriptionVariables>;
