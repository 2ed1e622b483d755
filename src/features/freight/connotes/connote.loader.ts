import DataLoader from 'dataloader';
import { type PagePositions, readPage } from '../../../shared/connection.js';
import type { CursorCodec } from '../../../shared/cursor.js';
import { type StatusCount, toStatusCounts } from '../../../shared/status-count.type.js';
import type { FreightScope } from '../freight-scope.js';
import { listCounts, type StatusCounts } from '../list-counts.js';
import { listPaging } from '../list-paging.js';
import { type CustomerQuestion, loaderPerCustomer } from '../loader-per-customer.js';
import { trackingUrl } from '../tracking/tracking-url.js';
import type { ConnoteFilter, ConnotesArgs, CustomerConnotesArgs } from './connote.args.js';
import { type ConnoteRecord, isPriced } from './connote.entity.js';
import { toListOrder } from './connote.order.js';
import { type Connote, ConnoteConnection } from './connote.type.js';
import type { ConnoteEventRow, ConnoteListStore, ListedConnote } from './connote-list.store.js';
import { CONNOTE_STATUSES } from './connote-transitions.js';
import { shownAddresses } from './shown-addresses.js';

/** What the loader reads from. */
export interface ConnoteSources {
  list: ConnoteListStore;
  /** The address that people open the portal at, without a slash at its end. */
  baseUrl: string;
}

type PageQuestion = CustomerQuestion<{ filter: ConnoteFilter; positions: PagePositions }>;

/** Reads the connotes that one viewer may see, for one request. Equal reads are batched into one query. */
export class ConnoteLoader {
  readonly #byId: DataLoader<string, ConnoteRecord | null>;
  readonly #byQuote: DataLoader<string, ConnoteRecord | null>;
  readonly #events: DataLoader<string, ConnoteEventRow[]>;
  readonly #pages: DataLoader<PageQuestion, ListedConnote[], string>;
  readonly #counts: DataLoader<CustomerQuestion<ConnoteFilter>, StatusCounts, string>;

  constructor(
    private readonly sources: ConnoteSources & { cursors: CursorCodec },
    private readonly scope: FreightScope,
  ) {
    const { list } = sources;
    this.#byId = new DataLoader(async (ids) => {
      const byId = new Map((await list.byIds(scope, ids)).map((record) => [record.id, record]));
      return ids.map((id) => byId.get(id) ?? null);
    });
    this.#byQuote = new DataLoader(async (ids) => {
      const byQuote = new Map((await list.byQuotes(scope, ids)).map((record) => [record.quoteId, record]));
      return ids.map((id) => byQuote.get(id) ?? null);
    });
    this.#events = new DataLoader(async (ids) => {
      const byConnote = await list.eventsOf(scope, ids);
      return ids.map((id) => byConnote.get(id) ?? []);
    });
    this.#pages = loaderPerCustomer(
      (customerIds, { filter, positions }) =>
        list.pagesOfCustomers(scope, filter, { ...positions, customerIds }),
      [],
    );
    this.#counts = loaderPerCustomer<ConnoteFilter, StatusCounts>(
      (customerIds, filter) => list.countsOfCustomers(scope, filter, customerIds),
      new Map(),
    );
  }

  /** A connote in scope; null if there is none. */
  async byId(id: string): Promise<Connote | null> {
    const record = await this.#byId.load(id);
    return record && this.toNode(record);
  }

  /** The connote in scope that was booked from a quote; null if there is none. */
  async ofQuote(quoteId: string): Promise<Connote | null> {
    const record = await this.#byQuote.load(quoteId);
    return record && this.toNode(record);
  }

  /** The events of a connote in scope, oldest first. */
  events(connoteId: string): Promise<ConnoteEventRow[]> {
    return this.#events.load(connoteId);
  }

  /** A page of the connotes in scope. */
  async page(args: ConnotesArgs): Promise<ConnoteConnection> {
    const { list } = this.sources;
    const filter = args.filter ?? {};
    const order = toListOrder(args.orderBy);
    const page = await readPage(args, {
      ...this.#paging(['connotes', order]),
      read: (positions) => list.page(this.scope, filter, { ...positions, order }),
    });
    const counts = this.#countsOf(filter, (anyStatus) => list.countsByStatus(this.scope, anyStatus));
    return Object.assign(new ConnoteConnection(), { ...page, ...counts });
  }

  /** A page of a customer's connotes in scope, newest first. Equal pages of several customers are read together. */
  async pageOfCustomer(customerId: string, args: CustomerConnotesArgs): Promise<ConnoteConnection> {
    const filter = args.filter ?? {};
    const page = await readPage(args, {
      ...this.#paging(['customer.connotes', customerId]),
      read: (positions) => this.#pages.load({ customerId, of: { filter, positions } }),
    });
    const counts = this.#countsOf(filter, (anyStatus) => this.#counts.load({ customerId, of: anyStatus }));
    return Object.assign(new ConnoteConnection(), { ...page, ...counts });
  }

  /** How many connotes in scope have each status. */
  async countsByStatus(): Promise<StatusCount[]> {
    return toStatusCounts(CONNOTE_STATUSES, await this.sources.list.countsByStatus(this.scope, {}));
  }

  /** A connote as the viewer sees it. */
  toNode(record: ConnoteRecord): Connote {
    const { trackingToken, ...shown } = record;
    return {
      ...shown,
      priced: isPriced(record),
      ...shownAddresses(this.scope, record),
      trackingUrl: trackingUrl(this.sources.baseUrl, trackingToken),
    };
  }

  /** Clears the cache, so that later reads see what a mutation changed. */
  forget(): void {
    for (const loader of [this.#byId, this.#byQuote, this.#events, this.#pages, this.#counts])
      loader.clearAll();
  }

  #paging(list: readonly unknown[]) {
    return listPaging(this.sources.cursors, this.scope, list, (row: ConnoteRecord) => this.toNode(row));
  }

  #countsOf(filter: ConnoteFilter, read: (anyStatus: ConnoteFilter) => Promise<StatusCounts>) {
    return listCounts(CONNOTE_STATUSES, filter.status, () => read({ ...filter, status: null }));
  }
}
