import type { Viewer } from '../../../shared/auth.js';
import type { Origin } from '../../../shared/origin.js';
import type { RateLimit } from '../../../shared/rate-limit.js';
import { requestScope } from '../../../shared/request-scope.js';
import type { AccessTokens } from './access-token.js';
import type { Client, SessionReference, SessionStore, SignedIn } from './session.store.js';

/** The identity of the caller, as far as the access token shows it. */
export interface RequestIdentity {
  signedIn: SignedIn | null;
  viewer: Viewer | null;
  /** What the audit log records about the caller. */
  origin: Origin;
}

/** What authentication needs. */
export interface AuthenticationDependencies {
  accessTokens: Pick<AccessTokens, 'verify'>;
  sessions: Pick<SessionStore, 'find'>;
  /** Limits the requests of each login. */
  perUser: RateLimit;
}

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Identifies the caller, with one query if there is a token, and counts the request against the login's rate limit.
 *
 * @param authorization the header of that name
 * @throws RATE_LIMITED if this login sends too many requests
 */
export async function authenticate(
  { accessTokens, sessions, perUser }: AuthenticationDependencies,
  authorization: string | undefined,
  client: Client,
): Promise<RequestIdentity> {
  const token = BEARER.exec(authorization ?? '')?.[1];
  const claims = token === undefined ? null : accessTokens.verify(token);
  return identify({ sessions, perUser }, claims, client);
}

/**
 * Identifies the caller by a session that something other than an access token proves, such as a signed address. The
 * session must be open and its user active, and the request counts as any other of this login.
 *
 * @throws RATE_LIMITED if this login sends too many requests
 */
export function authenticateSession(
  dependencies: Omit<AuthenticationDependencies, 'accessTokens'>,
  sessionId: string,
  client: Client,
): Promise<RequestIdentity> {
  return identify(dependencies, { sessionId }, client);
}

async function identify(
  { sessions, perUser }: Omit<AuthenticationDependencies, 'accessTokens'>,
  reference: SessionReference | null,
  client: Client,
): Promise<RequestIdentity> {
  const signedIn = reference && (await sessions.find(reference));
  if (signedIn) await perUser.take(signedIn.viewer.userId);
  return { signedIn, viewer: signedIn?.viewer ?? null, origin: originOf(client, signedIn) };
}

function originOf({ ip, userAgent }: Client, signedIn: SignedIn | null): Origin {
  return {
    actorId: signedIn?.user.id ?? null,
    actorName: signedIn?.user.username ?? 'nobody',
    ip,
    userAgent,
    requestId: requestScope.getStore()?.requestId ?? null,
  };
}
