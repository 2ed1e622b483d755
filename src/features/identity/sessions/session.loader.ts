import DataLoader from 'dataloader';
import type { OpenSession, SessionListStore } from './session-list.store.js';

/** Reads open sessions for one request, batched into one query. */
export class SessionLoader {
  readonly #byUser: DataLoader<string, OpenSession[]>;

  constructor(store: SessionListStore) {
    this.#byUser = new DataLoader(async (userIds) => {
      const byUser = await store.openOf(userIds);
      return userIds.map((id) => byUser.get(id) ?? []);
    });
  }

  /** The open sessions of a login, most recently used first. */
  openOf(userId: string): Promise<OpenSession[]> {
    return this.#byUser.load(userId);
  }

  /** Clears what is cached, so that it is read again after a session has ended. */
  forget(): void {
    this.#byUser.clearAll();
  }
}
