import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import { ErpCustomer } from '../inventory/inventory.type.js';
import { PortalUserArgs, PortalUsersArgs } from '../users/portal-user.args.js';
import type { PortalUserLoader } from '../users/portal-user.loader.js';
import { PortalUser, PortalUserConnection } from '../users/portal-user.type.js';

/** What these resolvers need from the request context. */
export interface PortalUserContext {
  loaders: { portalUsers: PortalUserLoader };
}

/** The queries of logins. */
@Resolver(() => PortalUser)
export class PortalUserResolver {
  @Query(() => PortalUserConnection)
  @Auth('ADMIN')
  portalUsers(@Args(() => PortalUsersArgs) args: PortalUsersArgs, @Ctx() { loaders }: PortalUserContext) {
    return loaders.portalUsers.page(args);
  }

  @Query(() => PortalUser, { nullable: true })
  @Auth('ADMIN')
  portalUser(@Args(() => PortalUserArgs) { id }: PortalUserArgs, @Ctx() { loaders }: PortalUserContext) {
    return loaders.portalUsers.byId(id);
  }

  @FieldResolver(() => [ErpCustomer], {
    description: 'The ERP customers assigned by name. If allErpCustomers is true, there may be none.',
  })
  async erpCustomers(
    @Root() user: PortalUser,
    @Ctx() { loaders }: PortalUserContext,
  ): Promise<ErpCustomer[]> {
    const names = await loaders.portalUsers.erpCustomerNames(user.id);
    return names.map((name) => ({ name }));
  }
}

/** The logins of an ERP customer. */
@Resolver(() => ErpCustomer)
export class ErpCustomerPortalUsersResolver {
  @FieldResolver(() => [PortalUser], { description: 'The logins that this customer is assigned to by name.' })
  @Auth('ADMIN')
  portalUsers(@Root() customer: ErpCustomer, @Ctx() { loaders }: PortalUserContext) {
    return loaders.portalUsers.usersOfErpCustomer(customer.name);
  }
}
