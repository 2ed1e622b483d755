import { scopeKey, type Viewer } from '../../shared/auth.js';
import { unauthenticated } from '../../shared/errors.js';
import type { SessionEndReason, SessionStateStore } from '../identity/sessions/session-state.store.js';
import type { SignedIn } from '../identity/sessions/signed-in.query.js';

/** A session that something open depends on, as it was at the last look. */
export class SessionWatch {
  #signedIn: SignedIn;
  #ended: SessionEndReason | null = null;
  readonly #onChange = new Set<() => void>();

  constructor(signedIn: SignedIn) {
    this.#signedIn = signedIn;
  }

  /** The viewer and their login; the last ones if the session has ended. */
  get signedIn(): SignedIn {
    return this.#signedIn;
  }

  /** Why the session has ended; null while it is open. */
  get ended(): SessionEndReason | null {
    return this.#ended;
  }

  /** The viewer. @throws UNAUTHENTICATED if the session has ended */
  get viewer(): Viewer {
    if (this.#ended) throw unauthenticated();
    return this.#signedIn.viewer;
  }

  /** Calls this at each change. @returns stops it */
  onChange(call: () => void): () => void {
    this.#onChange.add(call);
    return () => this.#onChange.delete(call);
  }

  /** Takes over what the session is now. */
  update(state: { signedIn: SignedIn } | { ended: SessionEndReason }): void {
    if ('ended' in state) this.#ended = state.ended;
    else if (accessKey(this.#signedIn) !== accessKey(state.signedIn)) this.#signedIn = state.signedIn;
    else return;
    for (const call of this.#onChange) call();
  }
}

/** A text that is the same as long as what a viewer may do and see is the same. */
const accessKey = ({ viewer: { role, mustChangePassword, erpScope, customerId } }: SignedIn): string =>
  JSON.stringify([role, mustChangePassword, scopeKey(erpScope), customerId]);

/** The sessions of everybody who watches something on this instance. */
export class SessionWatches {
  readonly #watched = new Map<string, { watch: SessionWatch; holders: number }>();

  constructor(private readonly states: Pick<SessionStateStore, 'read'>) {}

  /** Watches a session that was found open just now. @returns the watch, and a function that ends it */
  hold(signedIn: SignedIn): { watch: SessionWatch; release(): void } {
    const { sessionId } = signedIn.viewer;
    const known = this.#watched.get(sessionId) ?? { watch: new SessionWatch(signedIn), holders: 0 };
    this.#watched.set(sessionId, known);
    known.holders += 1;
    // It may have changed since the last look.
    known.watch.update({ signedIn });
    const release = () => {
      known.holders -= 1;
      if (known.holders === 0 && this.#watched.get(sessionId) === known) this.#watched.delete(sessionId);
    };
    return { watch: known.watch, release };
  }

  /** Looks at all of them, with one query. */
  async check(): Promise<void> {
    if (this.#watched.size === 0) return;
    const states = await this.states.read([...this.#watched.keys()]);
    for (const [id, state] of states) {
      const known = this.#watched.get(id);
      if (!known) continue;
      known.watch.update(state);
      // It doesn't open again, and nobody else is to be told.
      if ('ended' in state) this.#watched.delete(id);
    }
  }
}
