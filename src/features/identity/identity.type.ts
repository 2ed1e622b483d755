import { MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { ErpScope, Role } from '../../shared/auth.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { PortalUser, RoleEnum } from '../users/portal-user.type.js';

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 256;

@ObjectType('Viewer', { simpleResolvers: true, description: 'Who is asking, and what they may see.' })
export class ViewerType {
  @Field(() => PortalUser)
  user!: PortalUser;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => Boolean)
  mustChangePassword!: boolean;

  @Field(() => String, {
    description: 'Path of the portal that this role lands on, e.g. /customer/dashboard.',
  })
  homePath!: string;

  @Field(() => Boolean, { description: 'True where the viewer sees the inventory of every ERP customer.' })
  allErpCustomers!: boolean;

  /** What `erpCustomers` is resolved from. */
  erpScope!: ErpScope;
}

@ObjectType({ simpleResolvers: true, description: 'What a sign-in hands out.' })
export class SessionPayload {
  @Field(() => String, { description: 'Goes into the header: Authorization: Bearer <accessToken>.' })
  accessToken!: string;

  @Field(() => DateTimeScalar, { description: 'When the access token runs out.' })
  expiresAt!: Date;

  @Field(() => String, {
    description:
      'For refreshSession, once: each refresh gives the next one. Browsers have it as a cookie too.',
  })
  refreshToken!: string;

  @Field(() => ViewerType)
  viewer!: ViewerType;
}

@ObjectType('Session', { simpleResolvers: true, description: 'A sign-in that has not ended.' })
export class SessionType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'To within five minutes.' })
  lastUsedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends, however often it is refreshed.' })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: 'The address that it was opened from.' })
  ip!: string | null;

  @Field(() => String, { nullable: true })
  userAgent!: string | null;

  @Field(() => Boolean, { description: 'True for the session of this request.' })
  current!: boolean;
}

@InputType()
export class LoginInput {
  @Field(() => String, { description: 'User name or e-mail.' })
  @MaxLength(320)
  login!: string;

  @Field(() => String)
  @MaxLength(MAX_PASSWORD)
  password!: string;
}

/** A little more than a mailed link's token has. */
export const MAX_TOKEN = 100;

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  @MaxLength(MAX_PASSWORD)
  currentPassword!: string;

  @Field(() => String, {
    description: `${MIN_PASSWORD} to ${MAX_PASSWORD} characters, any characters, but none that is easily guessed.`,
  })
  newPassword!: string;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: "The mailed link's; good once, for thirty minutes." })
  @MaxLength(MAX_TOKEN)
  token!: string;

  @Field(() => String, {
    description: 'As for changePassword. One that is refused leaves the token good.',
  })
  newPassword!: string;
}
