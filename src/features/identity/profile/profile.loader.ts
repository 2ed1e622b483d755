import DataLoader from 'dataloader';
import type { PendingEmailStore } from '../links/pending-email.store.js';
import type { PreferencesStore } from './preferences.store.js';
import { DEFAULT_PREFERENCES, type ViewerPreferences } from './preferences.type.js';

/** The stores that the profile of a login is read from. */
export interface ProfileSources {
  preferences: PreferencesStore;
  pendingEmails: PendingEmailStore;
}

/** Reads what only a viewer sees of their own login, batched: one query for each field, however often it is asked for. */
export class ProfileLoader {
  readonly #preferences: DataLoader<string, ViewerPreferences>;
  readonly #pendingEmails: DataLoader<string, string | null>;

  constructor({ preferences, pendingEmails }: ProfileSources) {
    this.#preferences = new DataLoader(async (ids) => {
      const byUser = await preferences.byUser(ids);
      return ids.map((id) => byUser.get(id) ?? DEFAULT_PREFERENCES);
    });
    this.#pendingEmails = new DataLoader(async (ids) => {
      const byUser = await pendingEmails.byUser(ids);
      return ids.map((id) => byUser.get(id) ?? null);
    });
  }

  preferences(userId: string): Promise<ViewerPreferences> {
    return this.#preferences.load(userId);
  }

  /** The address that waits to be confirmed; null if none does. */
  pendingEmail(userId: string): Promise<string | null> {
    return this.#pendingEmails.load(userId);
  }

  /** Clears what is cached of a login, so that it is read again after a change. */
  forget(userId: string): void {
    this.#preferences.clear(userId);
    this.#pendingEmails.clear(userId);
  }
}
