import { QueryClient } from '@tanstack/react-query';
import { ApiError, ask, askForParts, hasCode, type Operation, type PartialAnswer } from './ask';
import { openSession, renewSession } from './session';
import { currentSession, onSession, type Session, sessionState, untilSignedIn } from './session-state';

/**
 * Asks as whoever is signed in. If their session has ended, it is asked again, once, after they signed in again; never as
 * somebody else who did.
 *
 * @throws ApiError as the server answers; UNAUTHENTICATED if it is another's page by now
 */
export function query<R, V>(operation: Operation<R, V>, variables: V, signal?: AbortSignal): Promise<R> {
  return asViewer((token) => ask(operation, variables, { token, ...(signal ? { signal } : {}) }));
}

/**
 * The same, for an answer that is of use even if parts of it failed.
 *
 * @throws ApiError as `query` does, where there is no data at all
 */
export function queryForParts<R, V>(
  operation: Operation<R, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<PartialAnswer<R>> {
  return asViewer((token) => askForParts(operation, variables, { token, ...(signal ? { signal } : {}) }));
}

/**
 * Does something with the viewer's token. If their session has ended, it is done again, once, after they signed in again.
 *
 * @throws ApiError as the server answers; UNAUTHENTICATED if it is another's page by now
 */
export async function asViewer<A>(send: (token: string | null) => Promise<A>): Promise<A> {
  const asked = viewerId();
  const attempt = async (session: Session | null): Promise<A> => {
    mustStillBe(asked);
    const answer = await send(session?.accessToken ?? null);
    // Whoever asked may have signed out meanwhile, and what they see must not be kept for the next.
    mustStillBe(asked);
    return answer;
  };
  await untilSignedIn();
  const session = await openSession();
  try {
    return await attempt(session);
  } catch (error) {
    if (!hasCode(error, 'UNAUTHENTICATED')) throw error;
    mustStillBe(asked);
    await renewSession(session?.accessToken ?? null);
    await untilSignedIn();
    if (!currentSession()) throw error;
    return attempt(currentSession());
  }
}

function viewerId(): string | null {
  const state = sessionState();
  return state.kind === 'none' ? null : state.session.viewer.user.id;
}

/** @throws UNAUTHENTICATED if somebody else is signed in now, or nobody */
function mustStillBe(asked: string | null): void {
  if (asked !== null && viewerId() !== asked)
    throw new ApiError('UNAUTHENTICATED', 'You are not signed in any more.');
}

/** Errors that may be gone a moment later. */
const PASSING = ['OFFLINE', 'ERP_UNAVAILABLE'];

/**
 * What was asked, and is asked again when it is old or when the page comes back to the front. Without a network it fails at
 * once, and says so: nothing that somebody pressed is sent later by itself.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (failures, error) => failures < 1 && PASSING.some((code) => hasCode(error, code)),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

let whose: string | null = null;
/** Nothing that one user saw stays for the next. */
onSession(() => {
  const id = viewerId();
  if (id === null || (whose !== null && whose !== id)) queryClient.clear();
  whose = id;
});
