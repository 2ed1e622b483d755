import { Field, ObjectType } from 'type-graphql';
import type { ErpScope } from '../../shared/auth.js';
import { PortalUser } from '../users/portal-user.type.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'What one portal user would see, and why. It helps to answer support calls. Every preview is audited.',
})
export class AccessPreview {
  @Field(() => PortalUser)
  user!: PortalUser;

  @Field(() => String, { description: 'The portal path that opens after the user signs in.' })
  homePath!: string;

  @Field(() => Boolean, { description: 'True if the user sees the inventory of every ERP customer.' })
  allErpCustomers!: boolean;

  /** The user's own ERP scope. The other fields are read in it. */
  erpScope!: ErpScope;
}
