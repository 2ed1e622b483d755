import { unauthenticated } from '../../../shared/errors.js';
import type { SessionPayload } from '../identity.type.js';
import type { SignInDependencies } from '../identity-dependencies.js';
import type { BrowserCookies } from './browser-cookie.js';
import type { SessionGrant } from './open-session.js';
import { toViewer } from './viewer.js';

/**
 * What a sign-in or a refresh answers with, and gives a browser to keep.
 *
 * @param rememberDevice whether the browser shall be known as one that the login has signed in with
 * @throws UNAUTHENTICATED where the session has ended already
 */
export async function toSessionPayload(
  { session, devices }: Pick<SignInDependencies, 'session' | 'devices'>,
  grant: SessionGrant,
  cookies: BrowserCookies,
  { rememberDevice = false } = {},
): Promise<SessionPayload> {
  const signedIn = await session.sessions.find(grant);
  if (!signedIn) throw unauthenticated();
  const { accessToken, expiresAt, refreshToken, sessionExpiresAt } = grant;
  cookies.refresh.keep(refreshToken, sessionExpiresAt);
  if (rememberDevice) {
    const { mark, until } = devices.issue(grant.userId);
    cookies.device.keep(mark, until);
  }
  return { accessToken, expiresAt, refreshToken, viewer: toViewer(signedIn) };
}
