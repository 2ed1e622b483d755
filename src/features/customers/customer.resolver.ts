import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Role, Viewer } from '../../shared/auth.js';
import { Auth } from '../../shared/auth-decorators.js';
import type { PortalUserLoader } from '../users/portal-user.loader.js';
import { PortalUser } from '../users/portal-user.type.js';
import { CustomerArgs, CustomersArgs } from './customer.args.js';
import type { CustomerLoader } from './customer.loader.js';
import { Customer, CustomerConnection } from './customer.type.js';
import { PortalAccount } from './provisioning/portal-account.type.js';

/** What these resolvers need from the request context. */
export interface CustomerContext {
  viewer: Viewer | null;
  loaders: { customers: CustomerLoader; portalUsers: PortalUserLoader };
}

/** They see customers whose shipments they handle. What a shipment needs is in its addresses. */
const WITHOUT_CONTACT: readonly (Role | undefined)[] = ['DRIVER', 'WAREHOUSE'];

/** The queries of customers. */
@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => CustomerConnection, { description: 'The customers of the CRM.' })
  @Auth('ADMIN', 'OPERATIONS')
  customers(@Args(() => CustomersArgs) args: CustomersArgs, @Ctx() { loaders }: CustomerContext) {
    return loaders.customers.page(args);
  }

  @Query(() => Customer, { nullable: true, description: 'A customer, including a deleted one.' })
  @Auth('ADMIN', 'OPERATIONS')
  customer(@Args(() => CustomerArgs) { id }: CustomerArgs, @Ctx() { loaders }: CustomerContext) {
    return loaders.customers.byId(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Unique among customers that are not deleted. Null for drivers and the warehouse.',
  })
  email(@Root() { email }: Customer, @Ctx() { viewer }: CustomerContext): string | null {
    return WITHOUT_CONTACT.includes(viewer?.role) ? null : email;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Null for drivers and the warehouse.' })
  phone(@Root() { phone }: Customer, @Ctx() { viewer }: CustomerContext): string | null {
    return WITHOUT_CONTACT.includes(viewer?.role) ? null : phone;
  }

  @FieldResolver(() => PortalAccount)
  @Auth('ADMIN', 'OPERATIONS')
  portalAccount(@Root() { id }: Customer, @Ctx() { loaders }: CustomerContext) {
    return loaders.customers.accountOf(id);
  }
}

/** The login of a portal account. */
@Resolver(() => PortalAccount)
export class PortalAccountResolver {
  @FieldResolver(() => PortalUser, { nullable: true })
  user(@Root() { userId }: PortalAccount, @Ctx() { loaders }: CustomerContext) {
    return userId === null ? null : loaders.portalUsers.byId(userId);
  }
}

/** The CRM customer of a login. */
@Resolver(() => PortalUser)
export class PortalUserCustomerResolver {
  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'The CRM customer that this login belongs to.',
  })
  customer(@Root() { id }: PortalUser, @Ctx() { loaders }: CustomerContext) {
    return loaders.customers.ofUser(id);
  }
}
