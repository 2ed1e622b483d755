import DataLoader from 'dataloader';
import { readPage } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
import { type Actor, toActor } from './actor.type.js';
import type { PortalUsersArgs } from './portal-user.args.js';
import { toListOrder } from './portal-user.order.js';
import type { PortalUserStore } from './portal-user.store.js';
import { type PortalUser, PortalUserConnection, toPortalUser } from './portal-user.type.js';
import type { PortalUserListStore } from './portal-user-list.store.js';

/** The stores that logins are read from. */
export interface PortalUserSources {
  store: PortalUserStore;
  list: PortalUserListStore;
}

/** Reads logins for one request. Reads of several logins are batched into one query. */
export class PortalUserLoader {
  readonly #list: PortalUserListStore;
  readonly #cursors: CursorCodec;
  readonly #byId: DataLoader<string, PortalUser | null>;
  readonly #erpCustomerNames: DataLoader<string, string[]>;
  readonly #usersOfErpCustomer: DataLoader<string, PortalUser[]>;

  constructor({ store, list, cursors }: PortalUserSources & { cursors: CursorCodec }) {
    this.#list = list;
    this.#cursors = cursors;
    this.#byId = new DataLoader(async (ids) => {
      const byId = new Map((await store.findByIds(ids)).map((user) => [user.id, toPortalUser(user)]));
      return ids.map((id) => byId.get(id) ?? null);
    });
    this.#erpCustomerNames = new DataLoader(async (userIds) => {
      const byUser = await store.erpCustomerNames(userIds);
      return userIds.map((id) => byUser.get(id) ?? []);
    });
    this.#usersOfErpCustomer = new DataLoader(async (names) => {
      const byName = await store.usersOfErpCustomers(names);
      return names.map((name) => (byName.get(name) ?? []).map(toPortalUser));
    });
  }

  byId(id: string): Promise<PortalUser | null> {
    return this.#byId.load(id);
  }

  /** A login as others see it; null if there is none with this id. */
  async actor(id: string | null): Promise<Actor | null> {
    const user = id === null ? null : await this.#byId.load(id);
    return user && toActor(user);
  }

  /** A page of the logins. */
  async page(args: PortalUsersArgs): Promise<PortalUserConnection> {
    const filter = args.filter ?? {};
    const order = toListOrder(args.orderBy);
    const page = await readPage(args, {
      cursors: this.#cursors,
      binding: JSON.stringify(['portalUsers', order]),
      read: (positions) => this.#list.page(filter, { ...positions, order }),
      positionOf: ({ position }) => position,
      toNode: ({ row }) => toPortalUser(row),
    });
    const totalCount = () => this.#list.count(filter);
    return Object.assign(new PortalUserConnection(), { ...page, totalCount });
  }

  /** The ERP customers assigned to a login by name. */
  erpCustomerNames(userId: string): Promise<string[]> {
    return this.#erpCustomerNames.load(userId);
  }

  /** Clears the cached logins, so that they are read again after a change. */
  forget(): void {
    this.#byId.clearAll();
    this.#erpCustomerNames.clearAll();
    this.#usersOfErpCustomer.clearAll();
  }

  /** The logins that an ERP customer is assigned to by name. */
  usersOfErpCustomer(name: string): Promise<PortalUser[]> {
    return this.#usersOfErpCustomer.load(name);
  }
}
