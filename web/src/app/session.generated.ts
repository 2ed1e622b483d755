import type { Operation } from './ask';
import type * as Types from './operations.generated';

export const PortalLoginDocument = `fragment SessionParts on SessionPayload {
  accessToken
  expiresAt
  viewer {
    ...ViewerParts
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
}

mutation PortalLogin($input: LoginInput!) {
  login(input: $input) {
    ...SessionParts
  }
}` as Operation<Types.PortalLoginMutation, Types.PortalLoginMutationVariables>;

export const PortalRefreshDocument = `fragment SessionParts on SessionPayload {
  accessToken
  expiresAt
  viewer {
    ...ViewerParts
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
}

mutation PortalRefresh {
  refreshSession {
    ...SessionParts
  }
}` as Operation<Types.PortalRefreshMutation, Types.PortalRefreshMutationVariables>;

export const PortalLogoutDocument = `mutation PortalLogout {
  logout
}` as Operation<Types.PortalLogoutMutation, Types.PortalLogoutMutationVariables>;

export const PortalChangePasswordDocument = `fragment SessionParts on SessionPayload {
  accessToken
  expiresAt
  viewer {
    ...ViewerParts
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
}

mutation PortalChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    ...SessionParts
  }
}` as Operation<Types.PortalChangePasswordMutation, Types.PortalChangePasswordMutationVariables>;

export const PortalResetPasswordDocument = `fragment SessionParts on SessionPayload {
  accessToken
  expiresAt
  viewer {
    ...ViewerParts
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
}

mutation PortalResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    ...SessionParts
  }
}` as Operation<Types.PortalResetPasswordMutation, Types.PortalResetPasswordMutationVariables>;

export const PortalAboutDocument = `query PortalAbout {
  portal {
    name
    version
    supportEmail
    features
    passwordRules {
      minLength
      maxLength
    }
    freight {
      cubicFactor
      timeZone
    }
  }
}` as Operation<Types.PortalAboutQuery, Types.PortalAboutQueryVariables>;
