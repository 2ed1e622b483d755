import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { type Role, STOCK_READERS, type Viewer } from '../../shared/auth.js';
import { AuthAnyRole } from '../../shared/auth-decorators.js';
import { homePathOf } from '../../shared/home-path.js';
import { StatusCount } from '../../shared/status-count.type.js';
import type { ConnoteLoader } from '../freight/connotes/connote.loader.js';
import type { QuoteLoader } from '../freight/quotes/quote.loader.js';
import type { InventoryLoader } from '../inventory/inventory.loader.js';
import { InventoryTotals } from '../inventory/inventory.type.js';
import { totalsSelectedIn } from '../inventory/totals-selection.js';
import type { DashboardLoader } from './dashboard.loader.js';
import { Dashboard } from './dashboard.type.js';

/** What this resolver needs from the request context. */
export interface DashboardContext {
  viewer: Viewer | null;
  loaders: {
    dashboard: DashboardLoader;
    quotes: QuoteLoader;
    connotes: ConnoteLoader;
    inventory: InventoryLoader;
  };
}

const ADMIN: readonly Role[] = ['ADMIN'];
const STAFF: readonly Role[] = ['ADMIN', 'OPERATIONS'];

/** The counts of a landing page. Each is read only if it is asked for, and null for a role that may not see it. */
@Resolver(() => Dashboard)
export class DashboardResolver {
  @Query(() => Dashboard)
  @AuthAnyRole()
  dashboard(@Ctx() { viewer }: DashboardContext): Dashboard | null {
    return viewer && { role: viewer.role, path: homePathOf(viewer.role) };
  }

  @FieldResolver(() => [StatusCount])
  quotesByStatus(@Ctx() { loaders }: DashboardContext) {
    return loaders.quotes.countsByStatus();
  }

  @FieldResolver(() => [StatusCount])
  connotesByStatus(@Ctx() { loaders }: DashboardContext) {
    return loaders.connotes.countsByStatus();
  }

  @FieldResolver(() => InventoryTotals, {
    nullable: true,
    description:
      'Null for drivers, and with an error if the ERP does not answer: the other counts are there.',
  })
  inventory(
    @Root() { role }: Dashboard,
    @Ctx() { viewer, loaders }: DashboardContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!viewer || !STOCK_READERS.includes(role)) return null;
    return loaders.inventory.totals(viewer.erpScope, {}, totalsSelectedIn(info));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Logins that wait after failed sign-ins; for admins.',
  })
  async lockedUsers(@Root() { role }: Dashboard, @Ctx() { loaders }: DashboardContext) {
    return ADMIN.includes(role) ? (await loaders.dashboard.waiting()).lockedUsers : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Mails that failed, whether or not they are tried again; for admins.',
  })
  async failedMails(@Root() { role }: Dashboard, @Ctx() { loaders }: DashboardContext) {
    return ADMIN.includes(role) ? (await loaders.dashboard.waiting()).failedMails : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Customers whose portal account could not be created; for admins and operations.',
  })
  async failedProvisionings(@Root() { role }: Dashboard, @Ctx() { loaders }: DashboardContext) {
    return STAFF.includes(role) ? (await loaders.dashboard.waiting()).failedProvisionings : null;
  }
}
