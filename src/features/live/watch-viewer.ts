import { toViewer } from '../identity/sessions/viewer.js';
import { Bell } from './bell.js';
import type { AccessChanged, SessionEnded } from './live.type.js';
import type { SessionWatch } from './session-watches.js';

/** What happens to a viewer, until their session ends. Changes that nobody has taken yet are told as one. */
export async function* watchViewer(
  session: SessionWatch,
  signal: AbortSignal,
): AsyncGenerator<AccessChanged | SessionEnded, void, undefined> {
  const bell = new Bell();
  const stop = session.onChange(bell.ring);
  let told = session.signedIn;
  try {
    while (session.ended === null) {
      if (session.signedIn !== told) {
        told = session.signedIn;
        yield { viewer: toViewer(told) };
      } else await bell.wait(signal);
    }
    yield { reason: session.ended };
  } finally {
    stop();
  }
}
