import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { mustHaveViewer, type Viewer } from '../../shared/auth.js';
import { Auth } from '../../shared/auth-decorators.js';
import type { CustomerLoader } from '../customers/customer.loader.js';
import { Customer } from '../customers/customer.type.js';
import type { ConnoteLoader } from '../freight/connotes/connote.loader.js';
import { Connote } from '../freight/connotes/connote.type.js';
import type { QuoteLoader } from '../freight/quotes/quote.loader.js';
import { Quote } from '../freight/quotes/quote.type.js';
import { HistoryArgs } from './history.args.js';
import type { HistoryLoader } from './history.loader.js';
import { HistoryConnection, HistoryEntry } from './history.type.js';

/** What these resolvers need from the request context. */
export interface HistoryContext {
  viewer: Viewer | null;
  loaders: {
    history: HistoryLoader;
    customers: CustomerLoader;
    quotes: QuoteLoader;
    connotes: ConnoteLoader;
  };
}

/** Everything that happened, as one list. */
@Resolver(() => HistoryEntry)
export class HistoryResolver {
  @Query(() => HistoryConnection, {
    description:
      "What happened, newest first: a customer's own quotes, bookings, deliveries, photos, points, invoices and payments; staff see those of all customers, or of the one that they name. Of the ERP, what the viewer's scope has; of a customer that staff name, what the customer's login sees.",
  })
  @Auth('CUSTOMER', 'OPERATIONS', 'ADMIN')
  history(@Args(() => HistoryArgs) args: HistoryArgs, @Ctx() context: HistoryContext) {
    const { history, customers } = context.loaders;
    return history.page(args, { viewer: mustHaveViewer(context), customers });
  }

  @FieldResolver(() => Customer, { nullable: true, description: "Null for the ERP's rows." })
  customer(@Root() { customerId }: HistoryEntry, @Ctx() { loaders }: HistoryContext) {
    return customerId === null ? null : loaders.customers.byId(customerId);
  }

  @FieldResolver(() => Quote, { nullable: true, description: 'The quote of a step, or of points.' })
  quote(@Root() { quoteId }: HistoryEntry, @Ctx() { loaders }: HistoryContext) {
    return quoteId === null ? null : loaders.quotes.byId(quoteId);
  }

  @FieldResolver(() => Connote, {
    nullable: true,
    description: 'The connote of an event, a photo, or of points.',
  })
  connote(@Root() { connoteId }: HistoryEntry, @Ctx() { loaders }: HistoryContext) {
    return connoteId === null ? null : loaders.connotes.byId(connoteId);
  }
}
