import type { AccessPreviewContext } from '../features/access-preview/access-preview.resolver.js';
import { ApiKeyLoader } from '../features/api-keys/api-key.loader.js';
import type { ApiKeyContext } from '../features/api-keys/api-key.resolver.js';
import type { ApiKeyStore } from '../features/api-keys/api-key.store.js';
import { AuditEntryLoader, type AuditEntrySources } from '../features/audit/audit-entry.loader.js';
import type { AuditContext } from '../features/audit/audit-entry.resolver.js';
import { CustomerLoader, type CustomerSources } from '../features/customers/customer.loader.js';
import type { CustomerContext } from '../features/customers/customer.resolver.js';
import { DashboardLoader } from '../features/dashboard/dashboard.loader.js';
import type { DashboardContext } from '../features/dashboard/dashboard.resolver.js';
import type { DashboardStore } from '../features/dashboard/dashboard.store.js';
import { ConnoteLoader, type ConnoteSources } from '../features/freight/connotes/connote.loader.js';
import type { ConnoteContext } from '../features/freight/connotes/connote.resolver.js';
import { freightScopeOf } from '../features/freight/freight-scope.js';
import { ProofLoader, type ProofSources } from '../features/freight/proof/proof.loader.js';
import type { ProofContext } from '../features/freight/proof/proof.resolver.js';
import { QuoteLoader, type QuoteSources } from '../features/freight/quotes/quote.loader.js';
import type { QuoteContext } from '../features/freight/quotes/quote.resolver.js';
import type { RateContext } from '../features/freight/rates/rate.resolver.js';
import { RewardLoader, type RewardSources } from '../features/freight/rewards/reward.loader.js';
import type { RewardContext } from '../features/freight/rewards/reward.resolver.js';
import { HistoryLoader, type HistorySources } from '../features/history/history.loader.js';
import type { HistoryContext } from '../features/history/history.resolver.js';
import type { IdentityContext } from '../features/identity/identity.resolver.js';
import { ProfileLoader, type ProfileSources } from '../features/identity/profile/profile.loader.js';
import type { ProfileContext } from '../features/identity/profile/profile.resolver.js';
import {
  type AuthenticationDependencies,
  authenticate,
  authenticateConnection,
} from '../features/identity/sessions/authenticate.js';
import type { BrowserCookies } from '../features/identity/sessions/browser-cookie.js';
import { SessionLoader } from '../features/identity/sessions/session.loader.js';
import type { SessionContext } from '../features/identity/sessions/session.resolver.js';
import type { Client } from '../features/identity/sessions/session.store.js';
import type { SessionListStore } from '../features/identity/sessions/session-list.store.js';
import { LoginStateLoader } from '../features/identity/sign-in/login-state.loader.js';
import type { LoginStateContext } from '../features/identity/sign-in/login-state.resolver.js';
import type { LoginStateStore } from '../features/identity/sign-in/login-state.store.js';
import type { ErpCheckContext } from '../features/inventory/erp-check.resolver.js';
import type { ErpStatusContext } from '../features/inventory/erp-status.resolver.js';
import { InventoryLoader, type InventorySources } from '../features/inventory/inventory.loader.js';
import type { InventoryContext } from '../features/inventory/inventory.resolver.js';
import { InvoiceLoader, type InvoiceSources } from '../features/invoices/invoice.loader.js';
import type { InvoiceContext } from '../features/invoices/invoice.resolver.js';
import type { LiveContext } from '../features/live/live.resolver.js';
import type { SessionWatch } from '../features/live/session-watches.js';
import { MailLoader, type MailSources } from '../features/mail/mail.loader.js';
import type { MailContext } from '../features/mail/mail.resolver.js';
import type { PortalUserContext } from '../features/user-admin/portal-user.resolver.js';
import type { PortalUserAuditContext } from '../features/user-admin/portal-user-audit.resolver.js';
import type { UserAdminContext } from '../features/user-admin/user-admin.resolver.js';
import { PortalUserLoader, type PortalUserSources } from '../features/users/portal-user.loader.js';
import type { Caller, ErpScope, Viewer } from '../shared/auth.js';
import type { OpeningSubscription } from './opening-subscription.js';

/** The sources that a request's loaders read from. */
export interface LoaderSources {
  users: PortalUserSources;
  apiKeys: ApiKeyStore;
  mails: MailSources;
  loginStates: LoginStateStore;
  profiles: ProfileSources;
  sessions: SessionListStore;
  inventory: InventorySources;
  invoices: InvoiceSources;
  customers: CustomerSources['customers'];
  accounts: CustomerSources['accounts'];
  auditEntries: AuditEntrySources;
  dashboard: DashboardStore;
  quotes: QuoteSources;
  connotes: ConnoteSources;
  proofs: ProofSources;
  rewards: RewardSources;
  history: HistorySources;
}

/** The dependencies from which request contexts are created. */
export interface ContextSources {
  authentication: AuthenticationDependencies;
  loaders: LoaderSources;
  erpChecks: ErpCheckContext['erpChecks'];
  erpStatus: ErpStatusContext['erpStatus'];
  verifyAuditLog: AuditContext['verifyAuditLog'];
}

/** What the HTTP server knows about a request. */
export interface RequestFacts {
  authorization: string | undefined;
  /** The id of a session that the connection has proven. Then the authorization doesn't count. */
  sessionId?: string;
  client: Client;
  cookies: BrowserCookies;
  /** Fires if the client disconnects before the response is complete. */
  signal: AbortSignal;
}

/** Everything that resolvers know about a request: the caller, and loaders that live only as long as the request. */
export type RequestContext = Caller &
  AccessPreviewContext &
  ApiKeyContext &
  UserAdminContext &
  CustomerContext &
  DashboardContext &
  QuoteContext &
  RateContext &
  ConnoteContext &
  ProofContext &
  RewardContext &
  HistoryContext &
  IdentityContext &
  LoginStateContext &
  ProfileContext &
  SessionContext &
  InventoryContext &
  InvoiceContext &
  ErpCheckContext &
  ErpStatusContext &
  LiveContext &
  MailContext &
  AuditContext &
  PortalUserContext &
  PortalUserAuditContext & {
    /** Set while a subscription is checked for a stream. */
    opening?: OpeningSubscription;
  };

/**
 * Identifies the caller, with one query if the request has a token, and creates the request's loaders.
 *
 * @throws RATE_LIMITED if this login sends too many requests; INTERNAL_SERVER_ERROR, retryable, if the database has no
 *   connection for it
 */
export async function createContext(sources: ContextSources, facts: RequestFacts): Promise<RequestContext> {
  const { authorization, sessionId, client, cookies, signal } = facts;
  const identity = await (sessionId
    ? authenticateConnection(sources.authentication, sessionId, client)
    : authenticate(sources.authentication, authorization, client));
  return {
    ...identity,
    client,
    cookies,
    erpChecks: sources.erpChecks,
    erpStatus: sources.erpStatus,
    verifyAuditLog: sources.verifyAuditLog,
    stream: null,
    loaders: createLoaders(sources.loaders, { ...identity, signal }),
  };
}

/** The context of a stream that stays open, with what is known of its session now, and fresh loaders. */
export function contextOfStream(
  sources: ContextSources,
  context: RequestContext,
  stream: { session: SessionWatch; signal: AbortSignal },
): RequestContext {
  const { signedIn } = stream.session;
  const { viewer } = signedIn;
  const { erpScope } = viewer;
  const loaders = createLoaders(sources.loaders, { viewer, erpScope, signal: stream.signal });
  return { ...context, signedIn, viewer, erpScope, stream, loaders };
}

interface LoadsFor {
  viewer: Viewer | null;
  erpScope: ErpScope;
  signal: AbortSignal;
}

function createLoaders(sources: LoaderSources, { viewer, erpScope, signal }: LoadsFor) {
  const { cursors } = sources.inventory;
  const freightScope = freightScopeOf(viewer);
  return {
    apiKeys: new ApiKeyLoader(sources.apiKeys),
    auditEntries: new AuditEntryLoader({ ...sources.auditEntries, cursors }),
    connotes: new ConnoteLoader({ ...sources.connotes, cursors }, freightScope),
    customers: new CustomerLoader({ ...sources, cursors }),
    dashboard: new DashboardLoader(sources.dashboard),
    history: new HistoryLoader({ ...sources.history, invoices: sources.invoices, cursors }, signal),
    inventory: new InventoryLoader(sources.inventory, signal),
    invoices: new InvoiceLoader(sources.invoices, erpScope, signal),
    loginStates: new LoginStateLoader(sources.loginStates),
    mails: new MailLoader({ ...sources.mails, cursors }),
    profiles: new ProfileLoader(sources.profiles),
    portalUsers: new PortalUserLoader({ ...sources.users, cursors }),
    sessions: new SessionLoader(sources.sessions),
    proofs: new ProofLoader(sources.proofs, freightScope),
    quotes: new QuoteLoader({ ...sources.quotes, cursors }, freightScope),
    rewards: new RewardLoader({ ...sources.rewards, cursors }, freightScope),
  };
}
