import { ApiError, ask, hasCode, type Operation } from './ask';
import { forgetRuns } from './forget-runs';
import type {
  ChangePasswordInput,
  ResetPasswordInput,
  SessionEndReason,
  SessionPartsFragment,
} from './operations.generated';
import {
  PortalChangePasswordDocument,
  PortalLoginDocument,
  PortalLogoutDocument,
  PortalRefreshDocument,
  PortalResetPasswordDocument,
} from './session.generated';
import {
  askOtherTabs,
  COOKIE_LOCK,
  currentSession,
  departureCount,
  forgetDeparture,
  isFresh,
  rememberedSession,
  type Session,
  sessionEnded,
  sessionLeft,
  sessionOpened,
  sessionState,
  type Viewer,
} from './session-state';

/** How long the server has to answer: the other tabs wait. */
const ANSWER_MS = 20_000;

/**
 * One tab at a time asks for what sets or removes the cookie, or a late refusal would remove the cookie of a new session.
 * Browsers have locks only with HTTPS and on localhost; elsewhere the service tolerates tabs that renew together.
 */
function withCookie<R>(work: () => Promise<R>): Promise<R> {
  return 'locks' in navigator ? navigator.locks.request(COOKIE_LOCK, work) : work();
}

function askSoon<R, V>(operation: Operation<R, V>, variables: V, token: string | null): Promise<R> {
  return ask(operation, variables, { token, signal: AbortSignal.timeout(ANSWER_MS) });
}

const isRefused = (error: unknown): boolean => hasCode(error, 'UNAUTHENTICATED');

/** The session: from memory, from another tab, or by the refresh cookie. @returns null if nobody is signed in */
export async function openSession(): Promise<Session | null> {
  const session = currentSession();
  if (session) return isFresh(session) ? session : renewSession(session.accessToken);
  const remembered = rememberedSession();
  // While this fails, nobody is signed in all the same.
  if (remembered === 'leaving') await finishDeparture(null).catch(() => undefined);
  return sessionState().kind === 'none' && remembered === 'open' ? renewSession(null) : null;
}

let opening: Promise<Session | null> | null = null;

/** A session with another token than this one. @param ended why the server says that its session has ended */
export function renewSession(
  used: string | null,
  ended: SessionEndReason | null = null,
): Promise<Session | null> {
  opening ??= withCookie(() => renew(used, ended)).finally(() => {
    opening = null;
  });
  return opening;
}

/**
 * The server has said that the session has ended. Pages ask to sign in again, unless they have another session by then: whoever
 * changes the password or signs in, here or in another tab, has the cookie's lock until all is done.
 */
export async function sessionEndTold(reason: SessionEndReason | null): Promise<void> {
  const session = currentSession();
  if (session) await renewSession(session.accessToken, reason);
}

async function renew(used: string | null, ended: SessionEndReason | null): Promise<Session | null> {
  const departures = departureCount();
  const hasAnother = (): boolean => {
    const session = currentSession();
    return session !== null && isFresh(session) && session.accessToken !== used;
  };
  if (!hasAnother()) await askOtherTabs(used);
  if (hasAnother()) return currentSession();
  try {
    const { refreshSession } = await askSoon(PortalRefreshDocument, {}, null);
    if (departures === departureCount() && rememberedSession() !== 'leaving') sessionOpened(refreshSession);
  } catch (error) {
    if (!isRefused(error)) throw error;
    sessionEnded(ended);
  }
  return currentSession();
}

/** Signs in. @throws ApiError such as INVALID_CREDENTIALS */
export function signIn(login: string, password: string): Promise<Viewer> {
  return adopt(async () => (await askSoon(PortalLoginDocument, { input: { login, password } }, null)).login);
}

/** Signs out here and in all tabs. If the server doesn't answer, it is told when the portal is opened again. */
export async function signOut(): Promise<void> {
  const token = currentSession()?.accessToken ?? null;
  sessionLeft();
  forgetRuns();
  await finishDeparture(token).catch(() => undefined);
}

/** Tells the server that somebody signed out. An access token may have expired; the cookie still opens the session. */
function finishDeparture(token: string | null): Promise<void> {
  return withCookie(async () => {
    // Another tab may have told it, or somebody may have signed in.
    if (rememberedSession() !== 'leaving') return;
    if (!token || !(await logOut(token))) await logOutByCookie();
    forgetDeparture();
  });
}

/** @returns false if the server doesn't know the token any more */
async function logOut(token: string): Promise<boolean> {
  return askSoon(PortalLogoutDocument, {}, token).then(
    () => true,
    (error) => {
      if (isRefused(error)) return false;
      throw error;
    },
  );
}

async function logOutByCookie(): Promise<void> {
  try {
    const { refreshSession } = await askSoon(PortalRefreshDocument, {}, null);
    await logOut(refreshSession.accessToken);
  } catch (error) {
    // The session has ended already.
    if (!isRefused(error)) throw error;
  }
}

/** Changes the password of whoever has the token. It ends all their sessions, and opens another here. */
export function changePasswordWith(token: string | null, input: ChangePasswordInput): Promise<Viewer> {
  return adopt(async () => (await askSoon(PortalChangePasswordDocument, { input }, token)).changePassword);
}

/** Sets a password by the link of a mail, and signs in. */
export function resetPassword(input: ResetPasswordInput): Promise<Viewer> {
  return adopt(async () => (await askSoon(PortalResetPasswordDocument, { input }, null)).resetPassword);
}

/** @throws UNAUTHENTICATED if somebody signed out meanwhile: the server is then told by the cookie that it has set */
function adopt(open: () => Promise<SessionPartsFragment>): Promise<Viewer> {
  const departures = departureCount();
  return withCookie(async () => {
    const session = await open();
    if (departures !== departureCount()) throw new ApiError('UNAUTHENTICATED', 'You signed out meanwhile.');
    sessionOpened(session);
    return session.viewer;
  });
}
