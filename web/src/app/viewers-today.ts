import { dayIn } from './days';
import { sessionState } from './session-state';

/** The day where the viewer is, such as 2026-11-29: that from which the inventory's days are counted. */
export function viewersToday(): string {
  const state = sessionState();
  const wish = state.kind === 'none' ? null : state.session.viewer.preferences.timeZone;
  return dayIn(wish ?? undefined, new Date());
}
