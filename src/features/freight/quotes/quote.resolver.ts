import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Viewer } from '../../../shared/auth.js';
import { Auth, AuthAnyRole } from '../../../shared/auth-decorators.js';
import { DecimalScalar } from '../../../shared/scalars.js';
import type { CustomerLoader } from '../../customers/customer.loader.js';
import { Customer } from '../../customers/customer.type.js';
import { Actor } from '../../users/actor.type.js';
import type { PortalUserLoader } from '../../users/portal-user.loader.js';
import { ShipmentArgs } from '../shipment/shipment.args.js';
import { CustomerQuotesArgs, QuotesArgs } from './quote.args.js';
import type { QuoteLoader } from './quote.loader.js';
import { Quote, QuoteActionEnum, QuoteConnection, QuoteEvent } from './quote.type.js';
import { allowedQuoteActions, type QuoteAction } from './quote-rules.js';

/** What these resolvers need from the request context. */
export interface QuoteContext {
  viewer: Viewer | null;
  loaders: { quotes: QuoteLoader; customers: CustomerLoader; portalUsers: PortalUserLoader };
}

/** The queries of quotes. */
@Resolver(() => Quote)
export class QuoteResolver {
  @Query(() => QuoteConnection, { description: "Customers see their own customer's quotes, staff see all." })
  @Auth('CUSTOMER', 'OPERATIONS', 'ADMIN')
  quotes(@Args(() => QuotesArgs) args: QuotesArgs, @Ctx() { loaders }: QuoteContext) {
    return loaders.quotes.page(args);
  }

  @Query(() => Quote, { nullable: true, description: 'Null if the viewer sees no quote with this id.' })
  @Auth('CUSTOMER', 'OPERATIONS', 'ADMIN')
  quote(@Args(() => ShipmentArgs) { id }: ShipmentArgs, @Ctx() { loaders }: QuoteContext) {
    return loaders.quotes.byId(id);
  }

  @FieldResolver(() => Customer)
  customer(@Root() { customerId }: Quote, @Ctx() { loaders }: QuoteContext) {
    return loaders.customers.byId(customerId);
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: 'What the rate card asks today; null if no rate applies. Never taken by itself.',
  })
  @Auth('OPERATIONS', 'ADMIN')
  suggestedAmount(@Root() quote: Quote, @Ctx() { loaders }: QuoteContext) {
    return loaders.quotes.suggestedAmount(quote);
  }

  @FieldResolver(() => [QuoteActionEnum], { description: 'What the viewer may do with it now.' })
  allowedActions(@Root() quote: Quote, @Ctx() { viewer }: QuoteContext): QuoteAction[] {
    return viewer ? allowedQuoteActions(viewer.role, quote) : [];
  }

  @FieldResolver(() => [QuoteEvent], { description: 'The steps in its life, oldest first.' })
  events(@Root() { id }: Quote, @Ctx() { loaders }: QuoteContext) {
    return loaders.quotes.eventsOf(id);
  }
}

/** Who took a step. */
@Resolver(() => QuoteEvent)
export class QuoteEventResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Null where the portal acted.' })
  by(@Root() { byId }: QuoteEvent, @Ctx() { loaders }: QuoteContext) {
    return loaders.portalUsers.actor(byId);
  }
}

/** The quotes of a customer. Public fields lead here too: the viewer's own login leads to its customer. */
@Resolver(() => Customer)
export class CustomerQuotesResolver {
  @FieldResolver(() => QuoteConnection, { description: 'Those that the viewer sees, newest first.' })
  @AuthAnyRole()
  quotes(
    @Root() { id }: Customer,
    @Args(() => CustomerQuotesArgs) args: CustomerQuotesArgs,
    @Ctx() { loaders }: QuoteContext,
  ) {
    return loaders.quotes.pageOf(id, args);
  }
}
