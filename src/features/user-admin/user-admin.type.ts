import { Field, ObjectType } from 'type-graphql';
import { PortalUser } from '../users/portal-user.type.js';

/** The login after a mutation. */
@ObjectType()
export class PortalUserPayload {
  @Field(() => PortalUser)
  portalUser!: PortalUser;
}

/** The new login, with its temporary password if one was generated. */
@ObjectType()
export class CreatePortalUserPayload extends PortalUserPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Shown only once. Null if the caller chose the password.',
  })
  temporaryPassword!: string | null;
}
