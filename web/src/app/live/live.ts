import { useEffect, useSyncExternalStore } from 'react';
import { sessionIdOf } from '../renewal';
import { useSessionState } from '../session-state';
import type { LiveConnection } from './live-connection';

/** After so many ms the first page is there. */
const SOON_MS = 500;

const listeners = new Set<() => void>();
let current: LiveConnection | null = null;

/** The connection over which the service tells what happens; null while there is none to use. */
export const useLive = (): LiveConnection | null => useSyncExternalStore(onLive, () => current);

/** Keeps the connection of this tab while somebody is signed in: another for each session. */
export function useLiveSession(): void {
  const state = useSessionState();
  const id = state.kind === 'open' ? sessionIdOf(state.session.accessToken) : null;
  useEffect(() => {
    if (id === null) return undefined;
    const left = new AbortController();
    // Without its files, pages are as good as without a connection.
    const timer = setTimeout(() => void connect(left.signal).catch(() => undefined), SOON_MS);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [id]);
}

async function connect(left: AbortSignal): Promise<void> {
  const [{ LiveConnection }, { watchViewer }] = await Promise.all([
    import('./live-connection'),
    import('./watch-viewer'),
  ]);
  if (left.aborted) return;
  const connection = new LiveConnection();
  watchViewer(connection);
  set(connection);
  left.addEventListener('abort', () => {
    connection.close();
    set(null);
  });
}

function onLive(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: LiveConnection | null): void {
  current = next;
  for (const listener of listeners) listener();
}
