import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { later } from '../parts/later';
import { Messages } from '../words/messages';
import { queryClient } from './query';
import { useSessionState } from './session-state';
import { usePageFocus } from './use-page-focus';

const SessionEnded = later(async () => (await import('./session-ended')).SessionEnded);

/** What every page is in. */
export function Root() {
  useLook();
  usePageFocus();
  const hasEnded = useSessionState().kind === 'ended';
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Messages>
          <Outlet />
          {hasEnded ? <SessionEnded /> : null}
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
