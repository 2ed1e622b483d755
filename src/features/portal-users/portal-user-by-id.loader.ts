import DataLoader from 'dataloader';
import type { PortalUserStore } from './portal-user.store.js';
import { type PortalUser, toPortalUser } from './portal-user.type.js';

/** Logins by their ids, several in one query; null where there is none. */
export function portalUserById(store: PortalUserStore): DataLoader<string, PortalUser | null> {
  return new DataLoader(async (ids) => {
    const users = await store.findByIds(ids);
    const byId = new Map(users.map((user) => [user.id, toPortalUser(user)]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
