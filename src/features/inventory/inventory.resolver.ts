import { Max, Min } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';

import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { ErpScope } from '../../shared/auth.js';
import { Auth, AuthStockReaders } from '../../shared/auth-decorators.js';

import { FilterText } from '../../shared/filters.type.js';
import { IdScalar } from '../../shared/id.js';
import {
  InventoryArgs,
  InventoryFacetArgs,
  InventoryFilterArgs,
  InventoryGroupsArgs,
} from './inventory.args.js';
import type { InventoryLoader } from './inventory.loader.js';
import {
  ErpCustomer,
  InventoryConnection,
  InventoryFacet,
  InventoryGroup,
  InventoryItem,
  InventoryTotals,
} from './inventory.type.js';
import { columnsSelectedIn } from './page-selection.js';
import { sumsSelectedIn, totalsSelectedIn } from './totals-selection.js';

/** What these resolvers need from the request context. */
export interface InventoryContext {
  /** The scope of the viewer or the API key. */
  erpScope: ErpScope;
  loaders: { inventory: InventoryLoader };
}

@ArgsType()
class ErpCustomersArgs {
  @Field(() => String, { nullable: true, description: 'Every word must occur in the name.' })
  @FilterText()
  search?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 200, description: 'How many customers, at most 1000.' })
  @Min(0)
  @Max(1000)
  first?: number | null;
}

/** The queries of the inventory. */
@Resolver()
export class InventoryResolver {
  @Query(() => InventoryConnection, {
    description: "The ERP's current inventory, within the viewer's scope.",
  })
  @AuthStockReaders()
  inventory(
    @Args(() => InventoryArgs) args: InventoryArgs,
    @Ctx() context: InventoryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.loaders.inventory.page(context.erpScope, args, columnsSelectedIn(info));
  }

  @Query(() => InventoryItem, {
    nullable: true,
    description: "One row of the inventory; null if it is gone or outside the viewer's scope.",
  })
  @AuthStockReaders()
  inventoryItem(@Arg('id', () => IdScalar) id: string, @Ctx() context: InventoryContext) {
    return context.loaders.inventory.item(context.erpScope, id);
  }

  @Query(() => [InventoryFacet], {
    description: 'The values of a column and how many rows have each, the most frequent first.',
  })
  @AuthStockReaders()
  inventoryFacet(@Args(() => InventoryFacetArgs) args: InventoryFacetArgs, @Ctx() context: InventoryContext) {
    return context.loaders.inventory.facet(context.erpScope, args);
  }

  @Query(() => [InventoryGroup], {
    description: 'A report: sums grouped by these keys and the unit, ordered by the keys.',
  })
  @AuthStockReaders()
  inventoryGroups(
    @Args(() => InventoryGroupsArgs) args: InventoryGroupsArgs,
    @Ctx() context: InventoryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.loaders.inventory.groups(context.erpScope, args, sumsSelectedIn(info));
  }

  @Query(() => InventoryTotals, {
    description: "Counts and sums over everything within the viewer's scope.",
  })
  @AuthStockReaders()
  inventoryTotals(
    @Args(() => InventoryFilterArgs) args: InventoryFilterArgs,
    @Ctx() context: InventoryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.loaders.inventory.totals(context.erpScope, args.filter ?? {}, totalsSelectedIn(info));
  }

  @Query(() => [ErpCustomer], {
    description: "The ERP's customers: those of the customer mapping or, without one, those with inventory.",
  })
  @Auth('ADMIN', 'OPERATIONS')
  async erpCustomers(@Args(() => ErpCustomersArgs) args: ErpCustomersArgs, @Ctx() context: InventoryContext) {
    const { inventory } = context.loaders;
    const names = await inventory.customers(context.erpScope, args.search ?? null, args.first ?? 200);
    return names.map((name): ErpCustomer => ({ name }));
  }
}

/** One customer's inventory, within the viewer's scope. */
@Resolver(() => ErpCustomer)
export class ErpCustomerResolver {
  @FieldResolver(() => InventoryConnection, {
    description: "This customer's inventory; empty if the customer is outside the viewer's scope.",
  })
  @AuthStockReaders()
  inventory(
    @Root() { name }: ErpCustomer,
    @Args(() => InventoryArgs) args: InventoryArgs,
    @Ctx() { erpScope, loaders }: InventoryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.inventory.pageOfCustomer(erpScope, name, args, columnsSelectedIn(info));
  }

  @FieldResolver(() => InventoryTotals)
  @AuthStockReaders()
  inventoryTotals(
    @Root() { name }: ErpCustomer,
    @Ctx() context: InventoryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.loaders.inventory.totalsOfCustomer(context.erpScope, name, totalsSelectedIn(info));
  }
}
