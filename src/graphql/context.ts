import type { AccessTokens } from '../features/identity/access-token.js';
import type { IdentityContext } from '../features/identity/identity.resolver.js';
import type { Client, SessionStore } from '../features/identity/session.store.js';
import { InventoryLoader, type InventorySources } from '../features/inventory/inventory.loader.js';
import type { InventoryContext } from '../features/inventory/inventory.resolver.js';
import { PortalUserLoader } from '../features/portal-users/portal-user.loader.js';
import type { PortalUserContext } from '../features/portal-users/portal-user.resolver.js';
import type { PortalUserStore } from '../features/portal-users/portal-user.store.js';

/** What the context of a request is made from. */
export interface ContextSources {
  tokens: AccessTokens;
  sessions: SessionStore;
  users: PortalUserStore;
  inventory: InventorySources;
}

/** One request as the HTTP server knows it. */
export interface RequestFacts {
  authorization: string | undefined;
  client: Client;
  /** Fires when the client hangs up before the answer is whole. */
  signal: AbortSignal;
}

/** Everything that resolvers may know of a request: who asks, and loaders that live no longer than it. */
export type RequestContext = IdentityContext & InventoryContext & PortalUserContext;

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Finds out who is asking, with one query where a token is given, and makes the request's loaders. */
export async function createContext(sources: ContextSources, facts: RequestFacts): Promise<RequestContext> {
  const token = BEARER.exec(facts.authorization ?? '')?.[1];
  const claims = token === undefined ? null : sources.tokens.verify(token);
  const signedIn = claims && (await sources.sessions.find(claims));
  return {
    client: facts.client,
    signedIn,
    viewer: signedIn?.viewer ?? null,
    loaders: {
      inventory: new InventoryLoader(sources.inventory, facts.signal),
      portalUsers: new PortalUserLoader({ store: sources.users, cursors: sources.inventory.cursors }),
    },
  };
}
