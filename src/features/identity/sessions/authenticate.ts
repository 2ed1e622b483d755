import { ifConnected } from '../../../db/pool.js';
import { type ApiKeyHolder, type Caller, type ErpScope, erpScopeOfCaller } from '../../../shared/auth.js';
import type { Origin } from '../../../shared/origin.js';
import type { RateLimit } from '../../../shared/rate-limit.js';
import { requestScope } from '../../../shared/request-scope.js';
import type { AccessTokens } from './access-token.js';
import { apiKeyIn, bearerTokenIn } from './authorization-header.js';
import type { Client, SessionReference, SessionStore } from './session.store.js';
import type { SignedIn } from './signed-in.query.js';

/** The identity of the caller, as far as the access token or the API key shows it. */
export interface RequestIdentity extends Caller {
  signedIn: SignedIn | null;
  /** The scope of the viewer or of the API key; empty for anyone else. */
  erpScope: ErpScope;
  /** What the audit log records about the caller. */
  origin: Origin;
  /** Reads the caller again, for what takes long: their access may have ended since. */
  reread(): Promise<Caller>;
}

/** An API key that may be used, and its name in the audit log. */
export interface KnownApiKey {
  apiKey: ApiKeyHolder;
  actorName: string;
}

/** Finds API keys. */
export interface ApiKeyReader {
  /** The key with this secret. Null if it is unknown or can't be used any more, which is audited for this origin. */
  find(secret: string, origin: Origin): Promise<KnownApiKey | null>;
}

/** What authentication needs. */
export interface AuthenticationDependencies {
  accessTokens: Pick<AccessTokens, 'verify'>;
  sessions: Pick<SessionStore, 'find'>;
  apiKeys: ApiKeyReader;
  /** Limits the requests of each login. */
  perUser: RateLimit;
  /** Limits the requests of each login that a signed address proves. */
  filesPerUser: RateLimit;
  /** Limits the requests of each API key. */
  perApiKey: RateLimit;
}

/**
 * Identifies the caller, with one query if there is an access token or an API key, and counts the request against the rate
 * limit of the login or the key.
 *
 * @param authorization the header of that name
 * @throws RATE_LIMITED if this login or key sends too many requests; INTERNAL_SERVER_ERROR, retryable, if the database has no
 *   connection for it
 */
export async function authenticate(
  dependencies: Omit<AuthenticationDependencies, 'filesPerUser'>,
  authorization: string | undefined,
  client: Client,
): Promise<RequestIdentity> {
  const secret = apiKeyIn(authorization);
  if (secret !== null) return identifyApiKey(dependencies, secret, client);
  const token = bearerTokenIn(authorization);
  const { accessTokens, sessions, perUser } = dependencies;
  const claims = token === null ? null : accessTokens.verify(token);
  return identifyUser({ sessions, limit: perUser }, claims, client);
}

/**
 * Identifies the caller by a session that something other than an access token proves, such as a signed address. The
 * session must be open and its user active. The request counts against a limit of its own, because a page that shows many
 * photos sends a request for each.
 *
 * @throws RATE_LIMITED if this login sends too many such requests
 */
export function authenticateSession(
  { sessions, filesPerUser }: Pick<AuthenticationDependencies, 'sessions' | 'filesPerUser'>,
  sessionId: string,
  client: Client,
): Promise<RequestIdentity> {
  return identifyUser({ sessions, limit: filesPerUser }, { sessionId }, client);
}

/**
 * Identifies the caller by a session that their connection has proven before, with an access token that may have expired
 * since: the session counts.
 *
 * @throws RATE_LIMITED if this login sends too many requests
 */
export function authenticateConnection(
  { sessions, perUser }: Pick<AuthenticationDependencies, 'sessions' | 'perUser'>,
  sessionId: string,
  client: Client,
): Promise<RequestIdentity> {
  return identifyUser({ sessions, limit: perUser }, { sessionId }, client);
}

async function identifyUser(
  { sessions, limit }: Pick<AuthenticationDependencies, 'sessions'> & { limit: RateLimit },
  reference: SessionReference | null,
  client: Client,
): Promise<RequestIdentity> {
  const signedIn = reference && (await ifConnected(sessions.find(reference)));
  if (signedIn) await limit.take(signedIn.viewer.userId);
  const { id: actorId = null, username: actorName = 'nobody' } = signedIn?.user ?? {};
  const reread = async () => ({
    viewer: (reference && (await sessions.find(reference)))?.viewer ?? null,
    apiKey: null,
  });
  return identityOf({ signedIn, apiKey: null, reread }, { ...originOf(client), actorId, actorName });
}

async function identifyApiKey(
  { apiKeys, perApiKey }: Pick<AuthenticationDependencies, 'apiKeys' | 'perApiKey'>,
  secret: string,
  client: Client,
): Promise<RequestIdentity> {
  const nobody = originOf(client);
  const found = await ifConnected(apiKeys.find(secret, nobody));
  const reread = async () => ({ viewer: null, apiKey: (await apiKeys.find(secret, nobody))?.apiKey ?? null });
  if (!found) return identityOf({ signedIn: null, apiKey: null, reread }, nobody);
  const { apiKey, actorName } = found;
  await perApiKey.take(apiKey.apiKeyId);
  return identityOf({ signedIn: null, apiKey, reread }, { ...nobody, actorName });
}

function identityOf(
  { signedIn, apiKey, reread }: Pick<RequestIdentity, 'signedIn' | 'apiKey' | 'reread'>,
  origin: Origin,
): RequestIdentity {
  const caller = { viewer: signedIn?.viewer ?? null, apiKey };
  return { ...caller, signedIn, erpScope: erpScopeOfCaller(caller), origin, reread };
}

/** The origin of a client that is not identified. */
function originOf({ ip, userAgent }: Client): Origin {
  const requestId = requestScope.getStore()?.requestId ?? null;
  return { actorId: null, actorName: 'nobody', ip, userAgent, requestId };
}
