import { ExportResolver } from '../features/reporting/exports/export.resolver.js';
import { validateArgument } from './validation.js';
import 'reflect-metadata';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { buildSchema, type ContainerType, type NonEmptyArray } from 'type-graphql';
import { AccessPreviewResolver } from '../features/access-preview/access-preview.resolver.js';
import { ApiKeyResolver } from '../features/api-keys/api-key.resolver.js';
import { AuditEntryResolver } from '../features/audit/audit-entry.resolver.js';
import {
  CustomerResolver,
  PortalAccountResolver,
  PortalUserCustomerResolver,
} from '../features/customers/customer.resolver.js';
import { EditCustomersResolver } from '../features/customers/edit-customers.resolver.js';
import { ProvisioningResolver } from '../features/customers/provisioning/provisioning.resolver.js';
import { DashboardResolver } from '../features/dashboard/dashboard.resolver.js';
import { RecentAddressResolver } from '../features/freight/addresses/recent-address.resolver.js';
import {
  ConnoteEventResolver,
  ConnoteResolver,
  CustomerConnotesResolver,
  DeliveryAttemptResolver,
  QuoteConnoteResolver,
} from '../features/freight/connotes/connote.resolver.js';
import { EditConnotesResolver } from '../features/freight/connotes/edit-connotes.resolver.js';
import { DriverResolver } from '../features/freight/drivers/driver.resolver.js';
import { PaperResolver } from '../features/freight/paper/paper.resolver.js';
import { EditPhotosResolver } from '../features/freight/proof/edit-photos.resolver.js';
import {
  ConnoteProofResolver,
  PhotoResolver,
  ProofOfDeliveryResolver,
} from '../features/freight/proof/proof.resolver.js';
import { EditQuotesResolver } from '../features/freight/quotes/edit-quotes.resolver.js';
import {
  CustomerQuotesResolver,
  QuoteEventResolver,
  QuoteResolver,
} from '../features/freight/quotes/quote.resolver.js';
import { RateResolver } from '../features/freight/rates/rate.resolver.js';
import { EditRewardsResolver } from '../features/freight/rewards/edit-rewards.resolver.js';
import {
  CustomerRewardsResolver,
  QuoteRewardsResolver,
} from '../features/freight/rewards/quote-rewards.resolver.js';
import { RewardEntryResolver, RewardResolver } from '../features/freight/rewards/reward.resolver.js';
import { HistoryResolver } from '../features/history/history.resolver.js';
import { IdentityResolver } from '../features/identity/identity.resolver.js';
import { AccountTokenResolver } from '../features/identity/links/account-token.resolver.js';
import { PortalResolver } from '../features/identity/portal/portal.resolver.js';
import { ProfileResolver } from '../features/identity/profile/profile.resolver.js';
import { SessionResolver } from '../features/identity/sessions/session.resolver.js';
import { LoginStateResolver } from '../features/identity/sign-in/login-state.resolver.js';
import { ErpCheckResolver } from '../features/inventory/erp-check.resolver.js';
import { ErpStatusResolver } from '../features/inventory/erp-status.resolver.js';
import { ErpCustomerResolver, InventoryResolver } from '../features/inventory/inventory.resolver.js';
import {
  InvoicePaymentsResolver,
  InvoiceResolver,
  PaymentInvoiceResolver,
} from '../features/invoices/invoice.resolver.js';
import { LiveResolver } from '../features/live/live.resolver.js';
import { MailResolver } from '../features/mail/mail.resolver.js';
import { SavedViewResolver } from '../features/saved-views/saved-view.resolver.js';
import {
  ErpCustomerPortalUsersResolver,
  PortalUserResolver,
} from '../features/user-admin/portal-user.resolver.js';
import {
  AuditEntryActorResolver,
  PortalUserAuditResolver,
} from '../features/user-admin/portal-user-audit.resolver.js';
import { UserAdminResolver } from '../features/user-admin/user-admin.resolver.js';
import { enforceAuth, type OnDenied, withAuthDirectives } from './auth-directive.js';
import { type FederationOptions, withFederation } from './federation/with-federation.js';
import { streamSubscriptions } from './stream-subscriptions.js';

const RESOLVERS: NonEmptyArray<new (...dependencies: never[]) => object> = [
  IdentityResolver,
  AccountTokenResolver,
  PortalResolver,
  ProfileResolver,
  SessionResolver,
  LoginStateResolver,
  InventoryResolver,
  ErpCustomerResolver,
  InvoiceResolver,
  InvoicePaymentsResolver,
  PaymentInvoiceResolver,
  ErpCheckResolver,
  ErpStatusResolver,
  PortalUserResolver,
  ErpCustomerPortalUsersResolver,
  AccessPreviewResolver,
  UserAdminResolver,
  ApiKeyResolver,
  SavedViewResolver,
  AuditEntryResolver,
  AuditEntryActorResolver,
  PortalUserAuditResolver,
  MailResolver,
  CustomerResolver,
  PortalAccountResolver,
  PortalUserCustomerResolver,
  EditCustomersResolver,
  ProvisioningResolver,
  QuoteResolver,
  QuoteEventResolver,
  RewardResolver,
  RewardEntryResolver,
  EditRewardsResolver,
  QuoteRewardsResolver,
  CustomerRewardsResolver,
  CustomerQuotesResolver,
  EditQuotesResolver,
  RateResolver,
  ConnoteResolver,
  ConnoteEventResolver,
  DeliveryAttemptResolver,
  CustomerConnotesResolver,
  QuoteConnoteResolver,
  EditConnotesResolver,
  ConnoteProofResolver,
  ProofOfDeliveryResolver,
  PhotoResolver,
  EditPhotosResolver,
  PaperResolver,
  DriverResolver,
  RecentAddressResolver,
  HistoryResolver,
  DashboardResolver,
  ExportResolver,
  LiveResolver,
];

/** TypeGraphQL wants one for subscriptions. Those here have sources of their own. */
const NO_PUB_SUB = {
  publish: () => {},
  subscribe: () => {
    throw new Error('nothing is published');
  },
};

/**
 * Builds the schema from the resolver classes and enforces its directives.
 *
 * @param instances resolvers that have dependencies; the other classes are instantiated without any
 * @param options.onDenied called for each refused field
 * @param options.federation not null if the schema is also a subgraph
 */
export async function createSchema(
  instances: readonly object[],
  {
    onDenied = async () => {},
    federation = null,
  }: { onDenied?: OnDenied; federation?: FederationOptions | null } = {},
): Promise<GraphQLSchema> {
  const byClass = new Map<unknown, object>(instances.map((instance) => [instance.constructor, instance]));
  const container: ContainerType = {
    get: (someClass) => byClass.get(someClass) ?? new (someClass as new () => object)(),
  };
  const built = await buildSchema({
    resolvers: RESOLVERS as NonEmptyArray<new () => object>,
    container,
    validateFn: validateArgument,
    pubSub: NO_PUB_SUB,
    // It would ask the whole schema of itself. Apollo checks the finished schema, and then the service doesn't start.
    skipCheck: true,
  });
  const own = withAuthDirectives(built);
  const schema = federation ? withFederation(own, federation, onDenied) : own;
  streamSubscriptions(schema);
  enforceAuth(schema, onDenied);
  return schema;
}

/**
 * The text of schema/schema.graphql, with directives. It is sorted because the original order depends on the order of
 * imports, and moving a file must not change the contract.
 */
export function printPublicSchema(schema: GraphQLSchema): string {
  const head = '# Emitted by `npm run schema`: change the code, not this file.\n\n';
  return `${head}${printSchemaWithDirectives(lexicographicSortSchema(schema))}\n`;
}
