import { Field, ObjectType } from 'type-graphql';
import type { ErpScope } from '../../shared/auth.js';
import { PortalUser } from '../users/portal-user.type.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'What one portal user would see, and why: the answer to a support call. Every look is audited.',
})
export class AccessPreview {
  @Field(() => PortalUser)
  user!: PortalUser;

  @Field(() => String, { description: 'Path of the portal that the user lands on.' })
  homePath!: string;

  @Field(() => Boolean, { description: 'True where the user sees the inventory of every ERP customer.' })
  allErpCustomers!: boolean;

  /** The user's own scope, which everything below is read in. */
  erpScope!: ErpScope;
}
