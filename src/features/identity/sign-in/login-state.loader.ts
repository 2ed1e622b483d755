import DataLoader from 'dataloader';
import type { LoginState, LoginStateStore } from './login-state.store.js';

const NO_FAILURES: LoginState = { failedLoginCount: 0, lockedUntil: null };

/** Reads the login states for one request, batched into one query. */
export class LoginStateLoader {
  readonly #byUser: DataLoader<string, LoginState>;

  constructor(store: LoginStateStore) {
    this.#byUser = new DataLoader(async (userIds) => {
      const byUser = await store.byUser(userIds);
      return userIds.map((id) => byUser.get(id) ?? NO_FAILURES);
    });
  }

  /** Clears the cached state of a login, so that it is read again. */
  forget(userId: string): void {
    this.#byUser.clear(userId);
  }

  /** The state of a login. */
  of(userId: string): Promise<LoginState> {
    return this.#byUser.load(userId);
  }
}
