import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { Messages } from '../words/messages';
import { queryClient } from './query';
import { useSessionState } from './session-state';
import { usePageFocus } from './use-page-focus';

const loadSessionEnded = () => import('./session-ended');
const SessionEnded = lazy(async () => ({ default: (await loadSessionEnded()).SessionEnded }));

/** What every page is in. */
export function Root() {
  useLook();
  usePageFocus();
  const { kind } = useSessionState();
  const ended = kind === 'ended';
  useEffect(() => {
    // Once the session has ended, its file may be gone: a newer portal has others.
    if (kind === 'open') void loadSessionEnded().catch(() => undefined);
  }, [kind]);
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Messages>
          <Outlet />
          {ended ? (
            <Suspense>
              <SessionEnded />
            </Suspense>
          ) : null}
        </Messages>
      </QueryClientProvider>
    </CSPProvider>
  );
}

/** Shows theme and density as the viewer wants them. */
function useLook(): void {
  const state = useSessionState();
  const preferences = state.kind === 'none' ? null : state.session.viewer.preferences;
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (preferences && preferences.theme !== 'SYSTEM') dataset['theme'] = preferences.theme.toLowerCase();
    else delete dataset['theme'];
    dataset['density'] = preferences?.density.toLowerCase() ?? 'comfortable';
  }, [preferences]);
}
