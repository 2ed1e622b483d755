import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Viewer } from '../../../shared/auth.js';
import { Auth, AuthAnyRole } from '../../../shared/auth-decorators.js';
import { SizedBy } from '../../../shared/list-size.js';
import type { CustomerLoader } from '../../customers/customer.loader.js';
import { Customer } from '../../customers/customer.type.js';
import { Actor } from '../../users/actor.type.js';
import type { PortalUserLoader } from '../../users/portal-user.loader.js';
import type { QuoteLoader } from '../quotes/quote.loader.js';
import { Quote } from '../quotes/quote.type.js';
import { ShipmentArgs } from '../shipment/shipment.args.js';
import { ConnotesArgs, CustomerConnotesArgs } from './connote.args.js';
import type { ConnoteLoader } from './connote.loader.js';
import { Connote, ConnoteConnection } from './connote.type.js';
import { MAX_EVENTS, MAX_EVENTS_OF_CONNOTE } from './connote-event.js';
import { ConnoteEvent, ConnoteStatusEnum, DeliveryAttempt } from './connote-event.type.js';
import { allowedTransitions, type ConnoteStatus } from './connote-transitions.js';

/** What these resolvers need from the request context. */
export interface ConnoteContext {
  viewer: Viewer | null;
  loaders: {
    connotes: ConnoteLoader;
    customers: CustomerLoader;
    portalUsers: PortalUserLoader;
    quotes: QuoteLoader;
  };
}

/** Every role reads connotes. The scope decides which. */
export const CONNOTE_READERS = ['CUSTOMER', 'OPERATIONS', 'ADMIN', 'DRIVER', 'WAREHOUSE'] as const;

/** The queries of connotes. The loader knows what the viewer may see. */
@Resolver(() => Connote)
export class ConnoteResolver {
  @Query(() => ConnoteConnection, {
    description:
      'Customers see their own connotes, drivers those allocated to them, the warehouse the confirmed and later ones, staff all.',
  })
  @Auth(...CONNOTE_READERS)
  connotes(@Args(() => ConnotesArgs) args: ConnotesArgs, @Ctx() { loaders }: ConnoteContext) {
    return loaders.connotes.page(args);
  }

  @Query(() => Connote, { nullable: true, description: 'Null if it is not there, or not for the viewer.' })
  @Auth(...CONNOTE_READERS)
  connote(@Args(() => ShipmentArgs) { id }: ShipmentArgs, @Ctx() { loaders }: ConnoteContext) {
    return loaders.connotes.byId(id);
  }

  @FieldResolver(() => Customer)
  customer(@Root() { customerId }: Connote, @Ctx() { loaders }: ConnoteContext) {
    return loaders.customers.byId(customerId);
  }

  @FieldResolver(() => Quote, {
    nullable: true,
    description: 'Null if it was booked without one, or the quote is not for the viewer.',
  })
  quote(@Root() { quoteId }: Connote, @Ctx() { loaders }: ConnoteContext) {
    return quoteId === null ? null : loaders.quotes.byId(quoteId);
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'Who drives it, from ALLOCATED on.' })
  driver(@Root() { driverId }: Connote, @Ctx() { loaders }: ConnoteContext) {
    return loaders.portalUsers.actor(driverId);
  }

  @SizedBy(() => MAX_EVENTS_OF_CONNOTE)
  @FieldResolver(() => [ConnoteEvent], { description: 'Oldest first.' })
  events(@Root() { id }: Connote, @Ctx() { loaders }: ConnoteContext) {
    return loaders.connotes.events(id);
  }

  @SizedBy(() => MAX_EVENTS.ATTEMPT)
  @FieldResolver(() => [DeliveryAttempt], { description: 'The deliveries that failed, oldest first.' })
  async attempts(@Root() { id }: Connote, @Ctx() { loaders }: ConnoteContext) {
    return (await loaders.connotes.events(id)).filter(({ kind }) => kind === 'ATTEMPT');
  }

  @FieldResolver(() => [ConnoteStatusEnum], {
    description:
      'The statuses that this viewer may move it to now. ALLOCATED in the status ALLOCATED: to another driver.',
  })
  allowedTransitions(@Root() connote: Connote, @Ctx() { viewer }: ConnoteContext): ConnoteStatus[] {
    return viewer === null ? [] : allowedTransitions(viewer.role, connote);
  }
}

/** Who made an event. */
@Resolver(() => ConnoteEvent)
export class ConnoteEventResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Null where the portal acted.' })
  by(@Root() { byId }: ConnoteEvent, @Ctx() { loaders }: ConnoteContext) {
    return loaders.portalUsers.actor(byId);
  }
}

/** Who tried to deliver. */
@Resolver(() => DeliveryAttempt)
export class DeliveryAttemptResolver {
  @FieldResolver(() => Actor)
  by(@Root() { byId }: DeliveryAttempt, @Ctx() { loaders }: ConnoteContext) {
    return loaders.portalUsers.actor(byId);
  }
}

/** The connotes of a customer. Public fields lead here too: the viewer's own login leads to its customer. */
@Resolver(() => Customer)
export class CustomerConnotesResolver {
  @FieldResolver(() => ConnoteConnection, { description: 'Those that the viewer may see, newest first.' })
  @AuthAnyRole()
  connotes(
    @Root() { id }: Customer,
    @Args(() => CustomerConnotesArgs) args: CustomerConnotesArgs,
    @Ctx() { loaders }: ConnoteContext,
  ) {
    return loaders.connotes.pageOfCustomer(id, args);
  }
}

/** The connote that was booked from a quote. */
@Resolver(() => Quote)
export class QuoteConnoteResolver {
  @FieldResolver(() => Connote, { nullable: true, description: 'Null until it is booked.' })
  connote(@Root() { id }: Quote, @Ctx() { loaders }: ConnoteContext) {
    return loaders.connotes.ofQuote(id);
  }
}
