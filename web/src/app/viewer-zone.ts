import { sessionState } from './session-state';

/** The zone that times are shown in: as the viewer wants it or, without a wish, as the browser has it. */
export function viewerZone(): string {
  const state = sessionState();
  const wish = state.kind === 'none' ? null : state.session.viewer.preferences.timeZone;
  return wish ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
