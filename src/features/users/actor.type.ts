import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../../shared/auth.js';
import { IdScalar } from '../../shared/id.js';
import { type PortalUser, RoleEnum } from './portal-user.type.js';

@ObjectType({
  simpleResolvers: true,
  description: "What others may know of a person: never an address, never a login's state.",
})
export class Actor {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => RoleEnum)
  role!: Role;
}

/** A login as others see it. */
export const toActor = ({ id, displayName, username, role }: PortalUser): Actor => ({
  id,
  name: displayName ?? username,
  role,
});
