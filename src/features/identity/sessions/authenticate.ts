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
  /** Limits the requests of each login that a signed address proves. */
  filesPerUser: RateLimit;
}

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Identifies the caller, with one query if there is a token, and counts the request against the login's rate limit.
 *
 * @param authorization the header of that name
 * @throws RATE_LIMITED if this login sends too many requests
 */
export async function authenticate(
  { accessTokens, sessions, perUser }: Omit<AuthenticationDependencies, 'filesPerUser'>,
  authorization: string | undefined,
  client: Client,
): Promise<RequestIdentity> {
  const token = BEARER.exec(authorization ?? '')?.[1];
  const claims = token === undefined ? null : accessTokens.verify(token);
  return identify({ sessions, limit: perUser }, claims, client);
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
  return identify({ sessions, limit: filesPerUser }, { sessionId }, client);
}

async function identify(
  { sessions, limit }: Pick<AuthenticationDependencies, 'sessions'> & { limit: RateLimit },
  reference: SessionReference | null,
  client: Client,
): Promise<RequestIdentity> {
  const signedIn = reference && (await sessions.find(reference));
  if (signedIn) await limit.take(signedIn.viewer.userId);
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
