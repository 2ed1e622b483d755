import { useSyncExternalStore } from 'react';
import { ApiError, ask } from './ask';
import {
  type ChangePasswordInput,
  PortalChangePasswordDocument,
  PortalLoginDocument,
  PortalLogoutDocument,
  PortalRefreshDocument,
  PortalResetPasswordDocument,
  type ResetPasswordInput,
  type SessionPartsFragment,
} from './operations.generated';

/** A session: the access token, and whose it is. It is kept in memory alone. */
export type Session = SessionPartsFragment;
/** Who is signed in. */
export type Viewer = Session['viewer'];

/** What the page knows of its session. `ended` keeps whose it was, so that the page stays until they sign in again. */
export type SessionState =
  | { kind: 'none' }
  | { kind: 'open'; session: Session }
  | { kind: 'ended'; session: Session };

type Message = { type: 'who' } | { type: 'state'; state: SessionState };

/** Tells whether it is worth asking for a session at all. */
const HINT = 'portico.signed-in';
/** A token is renewed this long before it expires. */
const EARLY_MS = 60_000;
/** How long another tab has to tell its session. */
const TELL_MS = 40;

let state: SessionState = { kind: 'none' };
const listeners = new Set<() => void>();
const channel = new BroadcastChannel('portico-session');

channel.onmessage = ({ data }: MessageEvent<Message>) => {
  if (data.type === 'state') set(data.state, { tell: false });
  else if (state.kind === 'open') channel.postMessage({ type: 'state', state } satisfies Message);
};

function set(next: SessionState, { tell = true } = {}): void {
  // A tab without a session has nothing that could end under the user's hands.
  if (next.kind === 'ended' && state.kind === 'none') next = state;
  state = next;
  if (next.kind === 'open') localStorage.setItem(HINT, '1');
  else localStorage.removeItem(HINT);
  if (tell) channel.postMessage({ type: 'state', state: next } satisfies Message);
  for (const listener of listeners) listener();
}

/** The state now. */
export const sessionState = (): SessionState => state;

/** Calls back at each change of the state. @returns ends it */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The state, as a hook. */
export const useSessionState = (): SessionState => useSyncExternalStore(onSession, sessionState);

/** The signed-in user. Only for components below the shell, which has one. */
export function useViewer(): Viewer {
  const current = useSessionState();
  if (current.kind === 'none') throw new Error('nobody is signed in');
  return current.session.viewer;
}

const openIn = (current: SessionState): Session | null => (current.kind === 'open' ? current.session : null);
const isFresh = (session: Session | null): boolean =>
  session !== null && Date.parse(session.expiresAt) - Date.now() > EARLY_MS;

let opening: Promise<Session | null> | null = null;

/** The session: from memory, from another tab, or by the refresh cookie. @returns null if nobody is signed in */
export function openSession(): Promise<Session | null> {
  const session = openIn(state);
  if (isFresh(session)) return Promise.resolve(session);
  if (!session && (state.kind === 'ended' || !localStorage.getItem(HINT))) return Promise.resolve(null);
  return renewSession(session?.accessToken ?? null);
}

/** A session with another token than this one. One tab at a time asks the server. */
export function renewSession(used: string | null): Promise<Session | null> {
  opening ??= renew(used).finally(() => {
    opening = null;
  });
  return opening;
}

async function renew(used: string | null): Promise<Session | null> {
  return navigator.locks.request('portico-refresh', async () => {
    // Another tab may have one: whoever had the lock before told it a moment ago.
    channel.postMessage({ type: 'who' } satisfies Message);
    await new Promise((resolve) => setTimeout(resolve, TELL_MS));
    const told = openIn(state);
    if (isFresh(told) && told?.accessToken !== used) return told;
    try {
      const { refreshSession } = await ask(PortalRefreshDocument, {}, { token: null });
      set({ kind: 'open', session: refreshSession });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'UNAUTHENTICATED')) throw error;
      endSession();
    }
    return openIn(state);
  });
}

/** The session has ended elsewhere: the page stays, and asks to sign in again. */
function endSession(): void {
  set(state.kind === 'none' ? state : { kind: 'ended', session: state.session });
}

/** Waits until somebody is signed in again. @returns null if they left instead */
export function untilSignedIn(): Promise<Session | null> {
  return new Promise((resolve) => {
    const check = () => {
      if (state.kind === 'ended') return;
      stop();
      resolve(openIn(state));
    };
    const stop = onSession(check);
    check();
  });
}

/** Signs in. @throws ApiError such as INVALID_CREDENTIALS */
export async function signIn(login: string, password: string): Promise<Viewer> {
  return adopt((await ask(PortalLoginDocument, { input: { login, password } }, { token: null })).login);
}

/** Signs out here and in all tabs. Without an answer of the server it holds here all the same. */
export async function signOut(): Promise<void> {
  const token = openIn(state)?.accessToken ?? null;
  set({ kind: 'none' });
  if (token) await ask(PortalLogoutDocument, {}, { token }).catch(() => undefined);
}

/** Changes the viewer's password. It ends all their sessions, and opens another here. */
export async function changePassword(input: ChangePasswordInput): Promise<Viewer> {
  const token = (await openSession())?.accessToken ?? null;
  return adopt((await ask(PortalChangePasswordDocument, { input }, { token })).changePassword);
}

/** Sets a password by the link of a mail, and signs in. */
export async function resetPassword(input: ResetPasswordInput): Promise<Viewer> {
  return adopt((await ask(PortalResetPasswordDocument, { input }, { token: null })).resetPassword);
}

function adopt(session: Session): Viewer {
  set({ kind: 'open', session });
  return session.viewer;
}
