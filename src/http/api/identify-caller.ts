import type { Request } from 'express';
import type { SignedAccess } from '../../features/freight/files/signed-access.js';
import {
  type AuthenticationDependencies,
  authenticateSession,
  type RequestIdentity,
} from '../../features/identity/sessions/authenticate.js';
import { clientOf } from '../client-address.js';
import { identify } from '../for-caller.js';
import type { ApiOperation } from './operation.js';

/** What identifies callers: access tokens, and addresses that were signed for a session. */
export interface CallerSources {
  authentication: AuthenticationDependencies;
  signedAccess: Pick<SignedAccess, 'open'>;
}

type Identified = Pick<ApiOperation, 'path' | 'requires' | 'signedAddress'>;

/**
 * Identifies the caller by the access token or, where the operation allows that, by the address. In both cases the session
 * is read, so that nothing outlives it. Cookies don't count, because browsers also send them with requests from other
 * sites. Null if the operation is open to anyone.
 */
export async function identifyCaller(
  operation: Identified,
  { authentication, signedAccess }: CallerSources,
  request: Request,
): Promise<RequestIdentity | null> {
  if (!operation.requires) return null;
  const access = signedTokenOf(operation, request);
  const opened = access === null ? null : signedAccess.open(access, resourceOf(operation, request));
  if (!opened) return identify(authentication, request);
  return authenticateSession(authentication, opened.sessionId, { ...clientOf(request), deviceCookie: null });
}

/**
 * The token of a signed address, whether it is valid or not. Null where the operation takes none, or the request has an
 * access token, which alone counts then.
 */
export function signedTokenOf(
  { signedAddress }: Pick<ApiOperation, 'signedAddress'>,
  { headers, query }: Request,
): string | null {
  const { access } = query;
  return signedAddress && headers.authorization === undefined && typeof access === 'string' ? access : null;
}

/** What an address must have been signed for: the path of the operation with its parameters, ids in lower case. */
const resourceOf = ({ path }: Identified, { params }: Request): string =>
  path.slice(1).replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name]).toLowerCase());
