import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalForgotPasswordDocument = `mutation PortalForgotPassword($email: String!) {
  requestPasswordReset(email: $email)
}` as Operation<Types.PortalForgotPasswordMutation, Types.PortalForgotPasswordMutationVariables>;

export const PortalConfirmEmailDocument = `mutation PortalConfirmEmail($token: String!) {
  confirmEmail(token: $token)
}` as Operation<Types.PortalConfirmEmailMutation, Types.PortalConfirmEmailMutationVariables>;
