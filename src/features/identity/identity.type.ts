import { MaxLength, MinLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { ErpScope, Role } from '../../shared/auth.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { PortalUser, RoleEnum } from '../portal-users/portal-user.type.js';

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

  @Field(() => ViewerType)
  viewer!: ViewerType;
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

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  @MaxLength(MAX_PASSWORD)
  currentPassword!: string;

  @Field(() => String, { description: `${MIN_PASSWORD} to ${MAX_PASSWORD} characters, any characters.` })
  @MinLength(MIN_PASSWORD)
  @MaxLength(MAX_PASSWORD)
  newPassword!: string;
}
