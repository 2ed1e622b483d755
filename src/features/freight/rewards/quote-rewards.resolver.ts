import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Auth } from '../../../shared/auth-decorators.js';
import { DecimalScalar } from '../../../shared/scalars.js';
import { Customer } from '../../customers/customer.type.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { Quote } from '../quotes/quote.type.js';
import type { RewardContext } from './reward.resolver.js';
import { Rewards } from './reward.type.js';
import { payableOf, toCents } from './reward-amounts.js';

/** The points on a quote. What was used before rewards were switched off stays off its price. */
@Resolver(() => Quote)
export class QuoteRewardsResolver {
  @FieldResolver(() => Int, { description: 'The points that are used on it now.' })
  async rewardPoints(@Root() { id }: Quote, @Ctx() { loaders }: RewardContext) {
    return (await loaders.rewards.onQuote(id)).points;
  }

  @FieldResolver(() => DecimalScalar, { description: 'What these points take off the price.' })
  async rewardDiscount(@Root() { id }: Quote, @Ctx() { loaders }: RewardContext) {
    return toCents((await loaders.rewards.onQuote(id)).discount);
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: 'The price less the discount: what its connote costs. Null until staff have set the price.',
  })
  async payableAmount(@Root() { id, totalAmount }: Quote, @Ctx() { loaders }: RewardContext) {
    if (totalAmount === null) return null;
    return payableOf(totalAmount, (await loaders.rewards.onQuote(id)).discount);
  }
}

/** The points of a customer. */
@Resolver(() => Customer)
export class CustomerRewardsResolver {
  constructor(private readonly dependencies: Pick<FreightDependencies, 'settings'>) {}

  @FieldResolver(() => Rewards, { nullable: true, description: 'Null while rewards are switched off.' })
  @Auth('OPERATIONS', 'ADMIN')
  rewards(@Root() { id }: Customer): Rewards | null {
    return this.dependencies.settings.rewards ? { customerId: id } : null;
  }
}
