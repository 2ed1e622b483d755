import { ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../../shared/auth-decorators.js';
import { IdScalar, IsId } from '../../../shared/id.js';
import type { Origin } from '../../../shared/origin.js';
import type { ServiceLevel } from '../shipment/shipment.js';
import { ServiceLevelEnum } from '../shipment/shipment.type.js';
import { deleteRate } from './delete-rate.js';
import { Rate, RateInput } from './rate.type.js';
import { type RateDependencies, saveRate } from './save-rate.js';

/** What these resolvers need from the request context. */
export interface RateContext {
  origin: Origin;
  loaders: { quotes: { forget(): void } };
}

@ArgsType()
class RatesArgs {
  @Field(() => ServiceLevelEnum, { nullable: true })
  service?: ServiceLevel | null;
}

@ArgsType()
class SaveRateArgs {
  @Field(() => RateInput)
  @ValidateNested()
  input!: RateInput;
}

@ArgsType()
class DeleteRateArgs {
  @Field(() => IdScalar)
  @IsId()
  id!: string;
}

/** The rate card. */
@Resolver(() => Rate)
export class RateResolver {
  constructor(private readonly dependencies: RateDependencies) {}

  @Query(() => [Rate], { description: 'The rate card, or its part for a service; the latest first.' })
  @Auth('OPERATIONS', 'ADMIN')
  rates(@Args(() => RatesArgs) { service }: RatesArgs) {
    return this.dependencies.rates.list(service ?? null);
  }

  @Mutation(() => Rate)
  @Auth('OPERATIONS', 'ADMIN')
  async saveRate(@Args(() => SaveRateArgs) { input }: SaveRateArgs, @Ctx() { origin, loaders }: RateContext) {
    const rate = await saveRate(this.dependencies, input, origin);
    loaders.quotes.forget();
    return rate;
  }

  @Mutation(() => Boolean, { description: 'Prices that were set stay as they are.' })
  @Auth('OPERATIONS', 'ADMIN')
  async deleteRate(
    @Args(() => DeleteRateArgs) { id }: DeleteRateArgs,
    @Ctx() { origin, loaders }: RateContext,
  ) {
    await deleteRate(this.dependencies, id, origin);
    loaders.quotes.forget();
    return true;
  }
}
