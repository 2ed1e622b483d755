import { MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { ErpScope, Role } from '../../shared/auth.js';
import { IdScalar } from '../../shared/id.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { PortalUser, RoleEnum } from '../users/portal-user.type.js';

/** The minimum length of a new password, in characters. */
export const MIN_PASSWORD = 10;
/** The maximum length of a password, in characters. */
export const MAX_PASSWORD = 256;

@ObjectType('Viewer', { simpleResolvers: true, description: 'The signed-in user and what they may see.' })
export class ViewerType {
  @Field(() => PortalUser)
  user!: PortalUser;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => Boolean)
  mustChangePassword!: boolean;

  @Field(() => String, {
    description: 'The portal path that opens after sign-in with this role, for example /customer/dashboard.',
  })
  homePath!: string;

  @Field(() => Boolean, { description: 'True if the viewer sees the inventory of every ERP customer.' })
  allErpCustomers!: boolean;

  /** The scope that the `erpCustomers` field is resolved from. */
  erpScope!: ErpScope;
}

@ObjectType({ simpleResolvers: true, description: 'The tokens of a session, and its viewer.' })
export class SessionPayload {
  @Field(() => String, { description: 'Send it in the header: Authorization: Bearer <accessToken>.' })
  accessToken!: string;

  @Field(() => DateTimeScalar, { description: 'When the access token expires.' })
  expiresAt!: Date;

  @Field(() => String, {
    description:
      'For refreshSession. Valid once: each refresh returns the next one. Browsers also get it as a cookie.',
  })
  refreshToken!: string;

  @Field(() => DateTimeScalar, { description: 'When the session ends, however often it is refreshed.' })
  sessionExpiresAt!: Date;

  @Field(() => ViewerType)
  viewer!: ViewerType;
}

@ObjectType('Session', { simpleResolvers: true, description: 'An open session of a login.' })
export class SessionType {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Accurate to within five minutes.' })
  lastUsedAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'When it ends at the latest. Refreshing it does not change this.',
  })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: 'The IP address that it was opened from.' })
  ip!: string | null;

  @Field(() => String, { nullable: true })
  userAgent!: string | null;

  @Field(() => Boolean, { description: 'True for the session of this request.' })
  current!: boolean;
}

/** What the user types to sign in. */
@InputType()
export class LoginInput {
  @Field(() => String, { description: 'User name or e-mail.' })
  @MaxLength(320)
  login!: string;

  @Field(() => String)
  @MaxLength(MAX_PASSWORD)
  password!: string;
}

/** The maximum length of a token in an input, in characters. The token of a mailed link is shorter. */
export const MAX_TOKEN = 100;

/** The current and the new password of the viewer. */
@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  @MaxLength(MAX_PASSWORD)
  currentPassword!: string;

  @Field(() => String, {
    description: `${MIN_PASSWORD} to ${MAX_PASSWORD} characters of any kind. Must not be easy to guess.`,
  })
  newPassword!: string;
}

/** The token of a mailed link, and the new password. */
@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'The token of the mailed link. Valid once, for thirty minutes.' })
  @MaxLength(MAX_TOKEN)
  token!: string;

  @Field(() => String, {
    description: 'The same rules as for changePassword. If it is refused, the token stays valid.',
  })
  newPassword!: string;
}
