import type { AccessPreviewContext } from '../features/access-preview/access-preview.resolver.js';
import { AuditEntryLoader, type AuditEntrySources } from '../features/audit/audit-entry.loader.js';
import type { AuditContext } from '../features/audit/audit-entry.resolver.js';
import { CustomerLoader, type CustomerSources } from '../features/customers/customer.loader.js';
import type { CustomerContext } from '../features/customers/customer.resolver.js';
import type { IdentityContext } from '../features/identity/identity.resolver.js';
import { type AuthenticationDependencies, authenticate } from '../features/identity/sessions/authenticate.js';
import type { BrowserCookies } from '../features/identity/sessions/browser-cookie.js';
import type { Client } from '../features/identity/sessions/session.store.js';
import { LoginStateLoader } from '../features/identity/sign-in/login-state.loader.js';
import type { LoginStateContext } from '../features/identity/sign-in/login-state.resolver.js';
import type { LoginStateStore } from '../features/identity/sign-in/login-state.store.js';
import type { ErpStatusContext } from '../features/inventory/erp-status.resolver.js';
import { InventoryLoader, type InventorySources } from '../features/inventory/inventory.loader.js';
import type { InventoryContext } from '../features/inventory/inventory.resolver.js';
import { MailLoader } from '../features/mail/mail.loader.js';
import type { MailContext } from '../features/mail/mail.resolver.js';
import type { MailListStore } from '../features/mail/mail-list.store.js';
import type { PortalUserContext } from '../features/user-admin/portal-user.resolver.js';
import type { PortalUserAuditContext } from '../features/user-admin/portal-user-audit.resolver.js';
import type { UserAdminContext } from '../features/user-admin/user-admin.resolver.js';
import { PortalUserLoader, type PortalUserSources } from '../features/users/portal-user.loader.js';
import { asRequestError } from './request-error.js';

/** What the loaders of a request read from. */
export interface LoaderSources {
  users: PortalUserSources;
  mailList: MailListStore;
  loginStates: LoginStateStore;
  inventory: InventorySources;
  customers: CustomerSources['customers'];
  accounts: CustomerSources['accounts'];
  auditEntries: AuditEntrySources;
}

/** What the context of a request is made from. */
export interface ContextSources {
  authentication: AuthenticationDependencies;
  loaders: LoaderSources;
  erpStatus: ErpStatusContext['erpStatus'];
  verifyAuditLog: AuditContext['verifyAuditLog'];
}

/** One request as the HTTP server knows it. */
export interface RequestFacts {
  authorization: string | undefined;
  client: Client;
  cookies: BrowserCookies;
  /** Fires when the client hangs up before the answer is whole. */
  signal: AbortSignal;
}

/** Everything that resolvers may know of a request: who asks, and loaders that live no longer than it. */
export type RequestContext = AccessPreviewContext &
  UserAdminContext &
  CustomerContext &
  IdentityContext &
  LoginStateContext &
  InventoryContext &
  ErpStatusContext &
  MailContext &
  AuditContext &
  PortalUserContext &
  PortalUserAuditContext;

/**
 * Finds out who is asking, with one query where a token is given, and makes the request's loaders.
 *
 * @throws RATE_LIMITED as HTTP 429 where this login asks too often
 */
export async function createContext(sources: ContextSources, facts: RequestFacts): Promise<RequestContext> {
  const { authorization, client, cookies, signal } = facts;
  const identity = await authenticate(sources.authentication, authorization, client).catch(
    (error: unknown) => {
      throw asRequestError(error);
    },
  );
  return {
    ...identity,
    client,
    cookies,
    erpStatus: sources.erpStatus,
    verifyAuditLog: sources.verifyAuditLog,
    loaders: createLoaders(sources.loaders, signal),
  };
}

function createLoaders(sources: LoaderSources, signal: AbortSignal) {
  const { cursors } = sources.inventory;
  return {
    auditEntries: new AuditEntryLoader({ ...sources.auditEntries, cursors }),
    customers: new CustomerLoader({ ...sources, cursors }),
    inventory: new InventoryLoader(sources.inventory, signal),
    loginStates: new LoginStateLoader(sources.loginStates),
    mails: new MailLoader({ store: sources.mailList, cursors }),
    portalUsers: new PortalUserLoader({ ...sources.users, cursors }),
  };
}
