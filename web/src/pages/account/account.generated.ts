import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalProfileDocument = `fragment ViewerParts on Viewer {
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
}

query PortalProfile {
  viewer {
    ...ViewerParts
    user {
      id
      emailConfirmed
      customer {
        id
        company
        firstName
        lastName
      }
    }
  }
}` as Operation<Types.PortalProfileQuery, Types.PortalProfileQueryVariables>;

export const PortalUpdateProfileDocument = `fragment ViewerParts on Viewer {
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
}

mutation PortalUpdateProfile($input: UpdateMyProfileInput!) {
  updateMyProfile(input: $input) {
    ...ViewerParts
  }
}` as Operation<Types.PortalUpdateProfileMutation, Types.PortalUpdateProfileMutationVariables>;

export const PortalResendConfirmationDocument = `mutation PortalResendConfirmation {
  resendEmailConfirmation
}` as Operation<Types.PortalResendConfirmationMutation, Types.PortalResendConfirmationMutationVariables>;

export const PortalSessionsDocument = `query PortalSessions {
  mySessions {
    id
    createdAt
    lastUsedAt
    ip
    userAgent
    current
  }
}` as Operation<Types.PortalSessionsQuery, Types.PortalSessionsQueryVariables>;

export const PortalEndSessionDocument = `mutation PortalEndSession($id: ID!) {
  endSession(id: $id)
}` as Operation<Types.PortalEndSessionMutation, Types.PortalEndSessionMutationVariables>;

export const PortalActivityDocument = `query PortalActivity($after: String) {
  myActivity(first: 20, after: $after) {
    nodes {
      id
      at
      action
      actorName
      ip
      userAgent
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}` as Operation<Types.PortalActivityQuery, Types.PortalActivityQueryVariables>;
