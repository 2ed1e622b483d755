import { useMutation } from '@tanstack/react-query';
import type { ViewerPreferencesInput } from './operations.generated';
import { PortalUpdatePreferencesDocument } from './preferences.generated';
import { query } from './query';
import { currentSession, useViewer, type Viewer, viewerChanged } from './session-state';

type Preferences = Viewer['preferences'];

/** The viewer's preferences. A change is shown at once, and taken back if the server refuses it. */
export function usePreferences(onSaved?: () => void) {
  const { preferences } = useViewer();
  const save = useMutation({
    mutationFn: ({ input }: Change) => query(PortalUpdatePreferencesDocument, { input }),
    // One after the other: the last choice must be the one that stays.
    scope: { id: 'preferences' },
    onSuccess: onSaved,
    onError: (_, { before }) => show(before),
  });
  const change = (next: Partial<Preferences>) => {
    const before = Object.fromEntries(
      Object.keys(next).map((name) => [name, preferences[name as keyof Preferences]]),
    );
    show(next);
    save.mutate({ input: next, before });
  };
  return { preferences, problem: save.error, change };
}

interface Change {
  input: ViewerPreferencesInput;
  /** What it had been, of what changes. */
  before: Partial<Preferences>;
}

function show(changed: Partial<Preferences>): void {
  const viewer = currentSession()?.viewer;
  if (viewer) viewerChanged({ ...viewer, preferences: { ...viewer.preferences, ...changed } });
}
