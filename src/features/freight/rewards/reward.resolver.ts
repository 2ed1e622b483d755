import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Viewer } from '../../../shared/auth.js';
import { mustHaveViewer } from '../../../shared/auth.js';
import { Auth } from '../../../shared/auth-decorators.js';
import { DecimalScalar } from '../../../shared/scalars.js';
import type { CustomerLoader } from '../../customers/customer.loader.js';
import { Customer } from '../../customers/customer.type.js';
import { customerNotFound } from '../../customers/lock-customer.js';
import { Actor } from '../../users/actor.type.js';
import type { PortalUserLoader } from '../../users/portal-user.loader.js';
import type { ConnoteLoader } from '../connotes/connote.loader.js';
import { Connote } from '../connotes/connote.type.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import type { QuoteLoader } from '../quotes/quote.loader.js';
import { Quote } from '../quotes/quote.type.js';
import { customerIdOf } from '../shipment-customer.js';
import { RewardEntriesArgs, RewardsArgs } from './reward.args.js';
import type { RewardLoader } from './reward.loader.js';
import { RewardEntry, RewardEntryConnection, RewardExpiry, Rewards } from './reward.type.js';
import { toCents, worthOf } from './reward-amounts.js';
import { rewardsOn } from './rewards-on.js';

/** What these resolvers need from the request context. */
export interface RewardContext {
  viewer: Viewer | null;
  loaders: {
    rewards: RewardLoader;
    customers: CustomerLoader;
    quotes: QuoteLoader;
    connotes: ConnoteLoader;
    portalUsers: PortalUserLoader;
  };
}

type Dependencies = Pick<FreightDependencies, 'settings'>;

/** The points of a customer. */
@Resolver(() => Rewards)
export class RewardResolver {
  constructor(private readonly dependencies: Dependencies) {}

  @Query(() => Rewards, {
    description: "The points of a customer: a customer's own, or those that staff name.",
  })
  @Auth('CUSTOMER', 'OPERATIONS', 'ADMIN')
  async rewards(@Args(() => RewardsArgs) args: RewardsArgs, @Ctx() context: RewardContext): Promise<Rewards> {
    rewardsOn(this.dependencies.settings);
    const customerId = customerIdOf(mustHaveViewer(context), args.customerId, 'customerId');
    const customer = await context.loaders.customers.byId(customerId);
    if (!customer) throw customerNotFound('customerId', customerId, 'one that no customer has');
    return { customerId };
  }

  @FieldResolver(() => Customer)
  customer(@Root() { customerId }: Rewards, @Ctx() { loaders }: RewardContext) {
    return loaders.customers.byId(customerId);
  }

  @FieldResolver(() => Int, { description: 'How many points there are.' })
  balance(@Root() { customerId }: Rewards, @Ctx() { loaders }: RewardContext) {
    return loaders.rewards.balanceOf(customerId);
  }

  @FieldResolver(() => DecimalScalar, { description: 'What they are worth together on quotes.' })
  async value(@Root() { customerId }: Rewards, @Ctx() { loaders }: RewardContext) {
    const { pointValue } = rewardsOn(this.dependencies.settings);
    return toCents(worthOf(await loaders.rewards.balanceOf(customerId), pointValue));
  }

  @FieldResolver(() => String, { description: 'ISO 4217, such as AUD. Quotes in others take no points.' })
  currency(): string {
    return this.dependencies.settings.currency;
  }

  @FieldResolver(() => DecimalScalar, { description: 'What a point is worth on a quote.' })
  pointValue(): string {
    return rewardsOn(this.dependencies.settings).pointValue;
  }

  @FieldResolver(() => DecimalScalar, {
    description: 'How many points a unit of the currency earns when a connote is delivered.',
  })
  pointsPerUnit(): string {
    return rewardsOn(this.dependencies.settings).pointsPerUnit;
  }

  @FieldResolver(() => RewardExpiry, { nullable: true, description: 'Null if no points expire.' })
  nextExpiry(@Root() { customerId }: Rewards, @Ctx() { loaders }: RewardContext) {
    const { expireDays } = rewardsOn(this.dependencies.settings);
    return expireDays === null ? null : loaders.rewards.nextExpiryOf(customerId);
  }

  @FieldResolver(() => RewardEntryConnection, { description: 'Newest first.' })
  entries(
    @Root() { customerId }: Rewards,
    @Args(() => RewardEntriesArgs) args: RewardEntriesArgs,
    @Ctx() { loaders }: RewardContext,
  ) {
    return loaders.rewards.pageOf(customerId, args);
  }
}

/** What an entry is about. */
@Resolver(() => RewardEntry)
export class RewardEntryResolver {
  @FieldResolver(() => Quote, { nullable: true, description: 'The quote that the points are used on.' })
  quote(@Root() { quoteId }: RewardEntry, @Ctx() { loaders }: RewardContext) {
    return quoteId === null ? null : loaders.quotes.byId(quoteId);
  }

  @FieldResolver(() => Connote, {
    nullable: true,
    description: 'The connote that earned the points, or whose cancellation returned them.',
  })
  connote(@Root() { connoteId }: RewardEntry, @Ctx() { loaders }: RewardContext) {
    return connoteId === null ? null : loaders.connotes.byId(connoteId);
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'Null where the portal acted.' })
  by(@Root() { byId }: RewardEntry, @Ctx() { loaders }: RewardContext) {
    return loaders.portalUsers.actor(byId);
  }
}
