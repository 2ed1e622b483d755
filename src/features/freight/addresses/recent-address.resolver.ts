import { Max, Min } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import type { Viewer } from '../../../shared/auth.js';
import { Auth } from '../../../shared/auth-decorators.js';
import { SearchText } from '../../../shared/filters.type.js';
import { IdScalar, IsId } from '../../../shared/id.js';
import { freightScopeOf } from '../freight-scope.js';
import { Address } from '../shipment/address.type.js';
import { MAX_SHIPMENTS, type RecentAddressStore } from './recent-address.store.js';

const DEFAULT_FIRST = 10;
const MAX_FIRST = 100;

@ArgsType()
class RecentAddressesArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Every word must occur in the company, street, suburb, state, postcode or name of the contact.',
  })
  @SearchText()
  search?: string | null;

  @Field(() => IdScalar, {
    nullable: true,
    description: "Staff may name a customer; a customer's own is implied.",
  })
  @IsId()
  customerId?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_FIRST,
    description: `How many, at most ${MAX_FIRST}.`,
  })
  @Min(0)
  @Max(MAX_FIRST)
  first?: number | null;
}

/** Addresses to choose from. */
@Resolver()
export class RecentAddressResolver {
  constructor(private readonly dependencies: { addresses: RecentAddressStore }) {}

  @Query(() => [Address], {
    description: `The addresses of quotes and connotes, each once, most recently used first. Of one customer, those of the newest ${MAX_SHIPMENTS} quotes and connotes that match the search; of all customers, those of the newest ${MAX_SHIPMENTS} that match it.`,
  })
  @Auth('CUSTOMER', 'OPERATIONS', 'ADMIN')
  recentAddresses(
    @Args(() => RecentAddressesArgs) { search = null, customerId = null, first }: RecentAddressesArgs,
    @Ctx() { viewer }: { viewer: Viewer | null },
  ): Promise<Address[]> {
    const query = { search, customerId, first: first ?? DEFAULT_FIRST };
    return this.dependencies.addresses.list(freightScopeOf(viewer), query);
  }
}
