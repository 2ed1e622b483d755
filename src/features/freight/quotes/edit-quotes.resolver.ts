import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../../shared/auth-decorators.js';
import type { Origin } from '../../../shared/origin.js';
import { actingOf } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import type { RewardContext } from '../rewards/reward.resolver.js';
import { approveQuote } from './approve-quote.js';
import { ApproveQuoteArgs, PriceQuoteArgs, RejectQuoteArgs, RequestQuoteArgs } from './edit-quotes.args.js';
import { priceQuote } from './price-quote.js';
import type { QuoteRecord } from './quote.entity.js';
import type { QuoteContext } from './quote.resolver.js';
import { QuotePayload } from './quote.type.js';
import { QUOTE_RULES } from './quote-rules.js';
import { rejectQuote } from './reject-quote.js';
import { requestQuote } from './request-quote.js';

type Context = QuoteContext & RewardContext & { origin: Origin };

/** The mutations of quotes. */
@Resolver()
export class EditQuotesResolver {
  constructor(private readonly dependencies: FreightDependencies) {}

  @Mutation(() => QuotePayload, { description: 'Asks staff for the price of a shipment.' })
  @Auth('CUSTOMER', 'OPERATIONS', 'ADMIN')
  async requestQuote(
    @Args(() => RequestQuoteArgs) { input }: RequestQuoteArgs,
    @Ctx() context: Context,
  ): Promise<QuotePayload> {
    return toPayload(await requestQuote(this.dependencies, input, actingOf(context)), context);
  }

  @Mutation(() => QuotePayload, {
    description: 'Sets the price of a PENDING quote, once, and mails it to the customer.',
  })
  @Auth(...QUOTE_RULES.PRICE.by)
  async priceQuote(
    @Args(() => PriceQuoteArgs) { input }: PriceQuoteArgs,
    @Ctx() context: Context,
  ): Promise<QuotePayload> {
    return toPayload(await priceQuote(this.dependencies, input, actingOf(context)), context);
  }

  @Mutation(() => QuotePayload, { description: 'Accepts the price of a QUOTED quote while it is valid.' })
  @Auth(...QUOTE_RULES.APPROVE.by)
  async approveQuote(
    @Args(() => ApproveQuoteArgs) args: ApproveQuoteArgs,
    @Ctx() context: Context,
  ): Promise<QuotePayload> {
    return toPayload(await approveQuote(this.dependencies, args, actingOf(context)), context);
  }

  @Mutation(() => QuotePayload, {
    description: 'Rejects a QUOTED quote, or withdraws a PENDING one.',
  })
  @Auth(...QUOTE_RULES.REJECT.by)
  async rejectQuote(
    @Args(() => RejectQuoteArgs) input: RejectQuoteArgs,
    @Ctx() context: Context,
  ): Promise<QuotePayload> {
    return toPayload(await rejectQuote(this.dependencies, input, actingOf(context)), context);
  }
}

function toPayload(record: QuoteRecord, { loaders: { quotes, rewards } }: Context): QuotePayload {
  quotes.forget();
  rewards.forget();
  return { quote: quotes.toQuote(record) };
}
