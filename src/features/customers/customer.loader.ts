import DataLoader from 'dataloader';
import { readPage } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
import type { CustomersArgs } from './customer.args.js';
import { toListOrder } from './customer.order.js';
import type { CustomerStore } from './customer.store.js';
import { type Customer, CustomerConnection, toCustomer } from './customer.type.js';
import type { PortalAccountStore } from './provisioning/portal-account.store.js';
import type { PortalAccount } from './provisioning/portal-account.type.js';

/** What the loader reads from, and the codec of its cursors. */
export interface CustomerSources {
  customers: CustomerStore;
  accounts: PortalAccountStore;
  cursors: CursorCodec;
}

/** Reads customers for one request. Reads of several customers are batched into one query. */
export class CustomerLoader {
  readonly #sources: CustomerSources;
  readonly #byId: DataLoader<string, Customer | null>;
  readonly #accounts: DataLoader<string, PortalAccount | null>;
  readonly #customerIds: DataLoader<string, string | null>;

  constructor(sources: CustomerSources) {
    const { customers, accounts } = sources;
    this.#sources = sources;
    this.#byId = new DataLoader(async (ids) => {
      const byId = new Map((await customers.byIds(ids)).map((record) => [record.id, toCustomer(record)]));
      return ids.map((id) => byId.get(id) ?? null);
    });
    this.#accounts = new DataLoader(async (ids) => {
      const byCustomer = await accounts.byCustomer(ids);
      return ids.map((id) => byCustomer.get(id) ?? null);
    });
    this.#customerIds = new DataLoader(async (userIds) => {
      const byUser = await accounts.customerIdsOf(userIds);
      return userIds.map((id) => byUser.get(id) ?? null);
    });
  }

  byId(id: string): Promise<Customer | null> {
    return this.#byId.load(id);
  }

  /** The state of a customer's account; null only if no customer has this id. */
  accountOf(customerId: string): Promise<PortalAccount | null> {
    return this.#accounts.load(customerId);
  }

  /** The customer that a login belongs to; null if none. */
  async ofUser(userId: string): Promise<Customer | null> {
    const id = await this.#customerIds.load(userId);
    return id === null ? null : this.#byId.load(id);
  }

  /** Clears the cache, so that later reads see what a mutation changed. */
  forget(): void {
    this.#byId.clearAll();
    this.#accounts.clearAll();
    this.#customerIds.clearAll();
  }

  /** A page of the customers. */
  async page(args: CustomersArgs): Promise<CustomerConnection> {
    const { customers, cursors } = this.#sources;
    const filter = args.filter ?? {};
    const order = toListOrder(args.orderBy);
    const page = await readPage(args, {
      cursors,
      binding: JSON.stringify(['customers', order]),
      read: (positions) => customers.page(filter, { ...positions, order }),
      positionOf: ({ position }) => position,
      toNode: ({ row }) => toCustomer(row),
    });
    const totalCount = () => customers.count(filter);
    return Object.assign(new CustomerConnection(), { ...page, totalCount });
  }
}
