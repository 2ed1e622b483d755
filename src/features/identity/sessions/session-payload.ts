import { unauthenticated } from '../../../shared/errors.js';
import type { SessionPayload } from '../identity.type.js';
import type { SignInDependencies } from '../identity-dependencies.js';
import type { BrowserCookies } from './browser-cookie.js';
import type { SessionGrant } from './open-session.js';
import { toViewer } from './viewer.js';

/**
 * Builds the response to a sign-in or a refresh, and sets the browser's cookies.
 *
 * @param rememberDevice whether to mark the browser as one that the login has signed in with
 * @throws UNAUTHENTICATED if the session has already ended
 */
export async function toSessionPayload(
  { sessions, devices }: Pick<SignInDependencies, 'sessions' | 'devices'>,
  grant: SessionGrant,
  cookies: BrowserCookies,
  { rememberDevice = false } = {},
): Promise<SessionPayload> {
  const signedIn = await sessions.store.find(grant);
  if (!signedIn) throw unauthenticated();
  const { accessToken, expiresAt, refreshToken, sessionExpiresAt } = grant;
  cookies.refresh.set(refreshToken, sessionExpiresAt);
  if (rememberDevice) {
    const { mark, until } = devices.issue(grant.userId);
    cookies.device.set(mark, until);
  }
  return { accessToken, expiresAt, refreshToken, sessionExpiresAt, viewer: toViewer(signedIn) };
}
