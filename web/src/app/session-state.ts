import { useSyncExternalStore } from 'react';
import type { SessionEndReason, SessionPartsFragment } from './operations.generated';
import { renewalOf } from './renewal';
import { leaveShare, PLACE, takeShare, untilNoShare } from './session-share';

/** A session: the access token, and whose it is. It is kept in memory alone. */
export interface Session extends SessionPartsFragment {
  /** From when on the token is renewed before it is used, by this machine's clock, in ms. */
  renewAt: number;
}
/** Who is signed in. */
export type Viewer = Session['viewer'];

/** What the page knows of its session. `ended` keeps whose it was, so that the page stays until they sign in again. */
export type SessionState =
  | { kind: 'none' }
  | { kind: 'open'; session: Session }
  | { kind: 'ended'; session: Session; reason: SessionEndReason | null };

/** What tabs tell each other: `told` answers `who` has another session than the `used` one, the others say what happened. */
type Message =
  | { type: 'who'; used: string | null }
  | { type: 'told' | 'opened'; session: Session }
  | { type: 'changed'; viewer: Viewer }
  | { type: 'ended'; reason: SessionEndReason | null }
  | { type: 'left' };

const HINT = `portico.session ${PLACE}`;
const channel = new BroadcastChannel(`portico-session ${PLACE}`);
const post = (message: Message): void => channel.postMessage(message);
const listeners = new Set<() => void>();

let state: SessionState = { kind: 'none' };
let departures = 0;
/** Ends the wait for another tab's session; null while nobody waits. */
let endWait: (() => void) | null = null;

/** The lock under which one tab at a time asks for what changes the session's cookie. */
export const COOKIE_LOCK = `portico-cookie ${PLACE}`;

/** The state now. */
export const sessionState = (): SessionState => state;

/** The session, unless there is none or it has ended. */
export const currentSession = (): Session | null => (state.kind === 'open' ? state.session : null);

/** Whether its token is worth using. */
export const isFresh = ({ renewAt }: Session): boolean => Date.now() < renewAt;

/** Counts how often somebody signed out, so that a late answer doesn't sign them in again. */
export const departureCount = (): number => departures;

/**
 * What the browser remembers without a tab: `open` if it is worth asking for a session, `leaving` if somebody signed out
 * and the server doesn't know it yet.
 */
export const rememberedSession = (): string | null => localStorage.getItem(HINT);

/** Forgets a sign-out that the server has been told. */
export function forgetDeparture(): void {
  if (rememberedSession() === 'leaving') localStorage.removeItem(HINT);
}

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

/** Waits until somebody is signed in again, or has left instead. */
export function untilSignedIn(): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (state.kind === 'ended') return;
      stop();
      resolve();
    };
    const stop = onSession(check);
    check();
  });
}

/** Somebody has signed in, or has a new token. All tabs go on with it. */
export function sessionOpened(parts: SessionPartsFragment): void {
  const session = { ...parts, renewAt: renewalOf(parts) };
  localStorage.setItem(HINT, 'open');
  set({ kind: 'open', session });
  post({ type: 'opened', session });
}

/** The viewer changed their profile or preferences. All tabs show it, each with the token that it has. */
export function viewerChanged(viewer: Viewer): void {
  showViewer(viewer);
  post({ type: 'changed', viewer });
}

/** The server refused to go on with the session. Pages stay, and ask to sign in again. @param reason if the server said it */
export function sessionEnded(reason: SessionEndReason | null): void {
  if (rememberedSession() === 'open') localStorage.removeItem(HINT);
  showEnded(reason);
  post({ type: 'ended', reason });
}

/** Somebody signed out. `leaving` is remembered until the server knows. */
export function sessionLeft(): void {
  localStorage.setItem(HINT, 'leaving');
  showLeft();
  post({ type: 'left' });
}

/**
 * Asks the other tabs for another session than the one with this token, until one tells it or none has it. Whoever is asked
 * and has nothing to tell leaves its share.
 */
export async function askOtherTabs(used: string | null): Promise<void> {
  const wait = new AbortController();
  endWait = () => wait.abort();
  leaveShare();
  post({ type: 'who', used });
  await untilNoShare(wait);
  endWait = null;
}

function set(next: SessionState): void {
  state = next;
  if (state.kind === 'open') takeShare();
  else leaveShare();
  for (const listener of listeners) listener();
}

function answerWho(used: string | null): void {
  const session = currentSession();
  if (session && isFresh(session) && session.accessToken !== used) post({ type: 'told', session });
  else leaveShare();
}

/** Shows the viewer as they are now. Another may have signed in meanwhile, who is not shown as the one who changed. */
export function showViewer(viewer: Viewer): void {
  if (state.kind === 'none' || state.session.viewer.user.id !== viewer.user.id) return;
  set({ ...state, session: { ...state.session, viewer } });
}

function showEnded(reason: SessionEndReason | null): void {
  // A tab without a session has nothing that could end under the user's hands.
  if (state.kind === 'open') set({ kind: 'ended', session: state.session, reason });
}

function showLeft(): void {
  departures += 1;
  endWait?.();
  endWait = null;
  set({ kind: 'none' });
}

/** A tab that tells late must neither sign anybody in again nor bring back an older token. */
const isWanted = (session: Session): boolean =>
  endWait !== null &&
  (state.kind !== 'open' || Date.parse(session.expiresAt) > Date.parse(state.session.expiresAt));

channel.onmessage = ({ data }: MessageEvent<Message>) => {
  if (data.type === 'who') answerWho(data.used);
  if (data.type === 'told' && isWanted(data.session)) {
    set({ kind: 'open', session: data.session });
    endWait?.();
  }
  if (data.type === 'opened') set({ kind: 'open', session: data.session });
  if (data.type === 'changed') showViewer(data.viewer);
  if (data.type === 'ended') showEnded(data.reason);
  if (data.type === 'left') showLeft();
};

// Browsers freeze pages that were left, and show them again with Back: they have missed that somebody signed out.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && state.kind === 'open' && rememberedSession() !== 'open') showLeft();
});
