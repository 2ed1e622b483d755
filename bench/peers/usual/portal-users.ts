import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from './context.js';
import { InventoryTotals } from './inventory-totals.js';
import { Assignment, PortalUser } from './people.js';

@InputType()
class PortalUserFilter {
  @Field(() => String, { nullable: true })
  erpCustomerName?: string;
}

@ObjectType()
class ErpCustomer {
  @Field(() => String)
  name!: string;
}

@ObjectType()
class PortalUserConnection {
  @Field(() => [PortalUser])
  nodes!: PortalUser[];
}

@Resolver(() => PortalUser)
export class PortalUserResolver {
  @Authorized('ADMIN')
  @Query(() => PortalUserConnection)
  async portalUsers(
    @Ctx() { portal }: Context,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('filter', () => PortalUserFilter, { nullable: true }) filter?: PortalUserFilter,
  ): Promise<PortalUserConnection> {
    const query = portal
      .getRepository(PortalUser)
      .createQueryBuilder('u')
      .orderBy('u.usernameKey')
      .take(first);
    if (filter?.erpCustomerName) {
      query.innerJoin(Assignment, 'a', 'a.user_id = u.id and a.erp_customer_name = :name', {
        name: filter.erpCustomerName,
      });
    }
    return { nodes: await query.getMany() };
  }

  @FieldResolver(() => [ErpCustomer])
  async erpCustomers(@Root() { id }: PortalUser, @Ctx() { customersOf }: Context): Promise<ErpCustomer[]> {
    return (await customersOf.load(id)).map((name) => ({ name }));
  }
}

@Resolver(() => ErpCustomer)
export class ErpCustomerResolver {
  @FieldResolver(() => InventoryTotals)
  async inventoryTotals(
    @Root() { name }: ErpCustomer,
    @Ctx() { totalsOf }: Context,
  ): Promise<InventoryTotals> {
    const byUnit = await totalsOf.load(name);
    return { itemCount: byUnit.reduce((sum, { itemCount }) => sum + itemCount, 0), byUnit };
  }
}
