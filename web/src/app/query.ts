import { QueryClient } from '@tanstack/react-query';
import { ApiError, ask } from './ask';
import type { TypedDocumentString } from './operations.generated';
import { onSession, openSession, renewSession, sessionState, untilSignedIn } from './session';

/**
 * Asks as whoever is signed in. If their session has ended, it is asked again, once, after they signed in again.
 *
 * @throws ApiError as the server answers
 */
export async function query<R, V>(
  document: TypedDocumentString<R, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<R> {
  const token = (await openSession())?.accessToken ?? null;
  try {
    return await ask(document, variables, { token, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'UNAUTHENTICATED')) throw error;
    const session = (await renewSession(token)) ?? (await untilSignedIn());
    if (!session) throw error;
    return ask(document, variables, { token: session.accessToken, ...(signal ? { signal } : {}) });
  }
}

/** Errors that may be gone a moment later. */
const PASSING = ['OFFLINE', 'ERP_UNAVAILABLE'];

/** What was asked, and is asked again when it is old or when the page comes back to the front. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && error instanceof ApiError && PASSING.includes(error.code),
    },
    mutations: { retry: false },
  },
});

let whose: string | null = null;
/** Nothing that one user saw stays for the next. */
onSession(() => {
  const state = sessionState();
  if (state.kind === 'none') queryClient.clear();
  if (state.kind !== 'open') return;
  const { id } = state.session.viewer.user;
  if (whose !== null && whose !== id) queryClient.clear();
  whose = id;
});
