import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { erpScopeOf, ROLES, type Role, roleOfId } from '../../shared/auth.js';
import { Connection } from '../../shared/connection.js';
import { enumOf } from '../../shared/graphql-enum.js';
import { IdScalar } from '../../shared/id.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import type { PortalUserRecord } from './portal-user.entity.js';

/** The GraphQL enum of roles. */
export const RoleEnum = enumOf(ROLES);
registerEnumType(RoleEnum, { name: 'Role' });

@ObjectType({ description: 'A login: the account of a portal user. Its password hash is never exposed.' })
export class PortalUser {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => String)
  username!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true })
  displayName!: string | null;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => Boolean)
  active!: boolean;

  @Field(() => Boolean)
  mustChangePassword!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the temporary password expires. Null if the password is not a temporary one.',
  })
  temporaryPasswordExpiresAt!: Date | null;

  @Field(() => Boolean)
  emailConfirmed!: boolean;

  @Field(() => Boolean, {
    description: 'True if the role or the login itself gives access to every ERP customer.',
  })
  allErpCustomers!: boolean;

  @Field(() => DateTimeScalar, { nullable: true })
  lastLoginAt!: Date | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  updatedAt!: Date;

  @Field(() => Int, { description: 'Send it with an update. An outdated version is refused with CONFLICT.' })
  version!: number;
}

@ObjectType({ simpleResolvers: true })
export class PortalUserEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => PortalUser)
  node!: PortalUser;
}

@ObjectType({ simpleResolvers: true, implements: Connection })
export class PortalUserConnection extends Connection {
  @Field(() => [PortalUserEdge])
  edges!: PortalUserEdge[];

  @Field(() => [PortalUser])
  nodes!: PortalUser[];
}

/** A login as the API shows it: without its password hash. */
export function toPortalUser(record: PortalUserRecord): PortalUser {
  const { passwordHash: _secret, roleId, allErpCustomers, ...shown } = record;
  const role = roleOfId(roleId);
  return { ...shown, role, allErpCustomers: erpScopeOf(role, allErpCustomers, []).all };
}
