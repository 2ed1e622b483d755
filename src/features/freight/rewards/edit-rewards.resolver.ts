import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../../shared/auth-decorators.js';
import type { Origin } from '../../../shared/origin.js';
import { actingOf } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import type { QuoteRecord } from '../quotes/quote.entity.js';
import { QuotePayload } from '../quotes/quote.type.js';
import { adjustRewards } from './adjust-rewards.js';
import { AdjustRewardsArgs, RedeemRewardsArgs, ReturnRewardsArgs } from './edit-rewards.args.js';
import { redeemRewards } from './redeem-rewards.js';
import { returnRewards } from './return-rewards.js';
import type { RewardContext } from './reward.resolver.js';
import { Rewards } from './reward.type.js';

type Context = RewardContext & { origin: Origin };

/** The mutations of rewards. */
@Resolver()
export class EditRewardsResolver {
  constructor(private readonly dependencies: FreightDependencies) {}

  @Mutation(() => QuotePayload, {
    description: "Uses points on the customer's own quote while it is QUOTED.",
  })
  @Auth('CUSTOMER')
  async redeemRewards(
    @Args(() => RedeemRewardsArgs) { input }: RedeemRewardsArgs,
    @Ctx() context: Context,
  ): Promise<QuotePayload> {
    return toPayload(await redeemRewards(this.dependencies, input, actingOf(context)), context);
  }

  @Mutation(() => QuotePayload, { description: 'Takes all points back that are used on a QUOTED quote.' })
  @Auth('CUSTOMER')
  async returnRewards(
    @Args(() => ReturnRewardsArgs) input: ReturnRewardsArgs,
    @Ctx() context: Context,
  ): Promise<QuotePayload> {
    return toPayload(await returnRewards(this.dependencies, input, actingOf(context)), context);
  }

  @Mutation(() => Rewards, { description: 'Gives a customer points, or takes some, for a reason.' })
  @Auth('ADMIN')
  async adjustRewards(
    @Args(() => AdjustRewardsArgs) { input }: AdjustRewardsArgs,
    @Ctx() { origin, loaders }: Context,
  ): Promise<Rewards> {
    await adjustRewards(this.dependencies, input, origin);
    loaders.rewards.forget();
    return { customerId: input.customerId };
  }
}

function toPayload(record: QuoteRecord, { loaders: { quotes, rewards } }: Context): QuotePayload {
  quotes.forget();
  rewards.forget();
  return { quote: quotes.toQuote(record) };
}
