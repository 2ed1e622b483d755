import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../../shared/auth.js';
import { RoleEnum } from '../users/portal-user.type.js';

/** The fields without a query of their own. */
@ObjectType({ description: "What a role's landing page shows. Each viewer counts only what they may see." })
export class Dashboard {
  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => String, { description: 'Path of the portal that the role lands on.' })
  path!: string;
}
