import DataLoader from 'dataloader';
import type { ErpRow } from '../../erp/erp.js';
import { type ErpScope, narrowScope, scopeKey } from '../../shared/auth.js';
import { cutPage, type PageRequest, toPageRequest } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
import { groupBy } from '../../shared/key-by.js';
import type { InventoryArgs, InventoryFilter, InventoryGroupsArgs } from './inventory.args.js';
import { toTerms } from './inventory.order.js';
import { positionOf, toItem } from './inventory.row.js';
import type { InventoryStore } from './inventory.store.js';
import { InventoryConnection, type InventoryGroup, type InventoryTotals } from './inventory.type.js';
import type { FirstPage, StorePage } from './inventory-page.query.js';
import type { InventoryReportStore, TotalsRow } from './inventory-report.store.js';

export interface InventorySources {
  store: InventoryStore;
  reports: InventoryReportStore;
  cursors: CursorCodec;
}

/** One customer's share of a question that may be asked of many at once. The scope is part of every key. */
interface CustomerKey {
  scope: ErpScope;
  name: string;
  filter: InventoryFilter;
}
interface CustomerPageKey extends CustomerKey {
  page: FirstPage;
}

const questionOf = ({ scope, filter, ...rest }: CustomerKey): string =>
  JSON.stringify([scopeKey(scope), filter, { ...rest, name: undefined }]);
const keyOf = (key: CustomerKey): string => JSON.stringify([key.name, questionOf(key)]);

/**
 * One request's reads of the inventory. What is asked of several customers in one tick is one query; each question is
 * asked once.
 */
export class InventoryLoader {
  readonly #sources: InventorySources;
  readonly #signal: AbortSignal;
  readonly #pages: DataLoader<CustomerPageKey, ErpRow[], string>;
  readonly #counts: DataLoader<CustomerKey, number, string>;
  readonly #totals: DataLoader<CustomerKey, TotalsRow, string>;

  constructor(sources: InventorySources, signal: AbortSignal) {
    const { store, reports } = sources;
    this.#sources = sources;
    this.#signal = signal;
    this.#pages = perCustomer(
      (scope, { filter, page }) => store.firstPageByCustomer(scope, filter, page, signal),
      () => [],
    );
    this.#counts = perCustomer(
      (scope, { filter }) => store.countByCustomer(scope, filter, signal),
      () => 0,
    );
    this.#totals = perCustomer(
      (scope, { filter }) => reports.totalsByCustomer(scope, filter, signal),
      () => ({ itemCount: 0, partCount: 0, binCount: 0, byUnit: [] }),
    );
  }

  /** A page of everything within a scope. */
  page(scope: ErpScope, args: InventoryArgs): Promise<InventoryConnection> {
    const { store } = this.#sources;
    const filter = args.filter ?? {};
    return this.#connection(
      scope,
      args,
      (page) => store.page(scope, filter, page, this.#signal),
      () => store.count(scope, filter, this.#signal),
    );
  }

  /** A page of one customer's inventory. First pages are batched with other customers'; a cursor is one customer's own. */
  pageOfCustomer(scope: ErpScope, name: string, args: InventoryArgs): Promise<InventoryConnection> {
    const filter = args.filter ?? {};
    const own = narrowScope(scope, [name]);
    return this.#connection(
      own,
      args,
      ({ after, before, ...page }) =>
        after || before
          ? this.#sources.store.page(own, filter, { ...page, after, before }, this.#signal)
          : this.#pages.load({ scope, name, filter, page }),
      () => this.#counts.load({ scope, name, filter }),
    );
  }

  /** Totals over everything within a scope. */
  async totals(scope: ErpScope, filter: InventoryFilter): Promise<InventoryTotals> {
    const asOf = new Date();
    return { ...(await this.#sources.reports.totals(scope, filter, this.#signal)), asOf, stale: false };
  }

  /** Totals of one customer, batched with other customers'. */
  async totalsOfCustomer(scope: ErpScope, name: string): Promise<InventoryTotals> {
    const asOf = new Date();
    return { ...(await this.#totals.load({ scope, name, filter: {} })), asOf, stale: false };
  }

  /** A report's rows. */
  groups(scope: ErpScope, args: InventoryGroupsArgs): Promise<InventoryGroup[]> {
    const limit = args.first ?? 1000;
    return this.#sources.reports.groups(scope, args.by, args.filter ?? {}, limit, this.#signal);
  }

  /** The customers within a scope that have inventory, in the ERP's order. */
  customers(scope: ErpScope, search: string | null, limit: number): Promise<string[]> {
    return this.#sources.store.customers(scope, search, limit, this.#signal);
  }

  async #connection(
    scope: ErpScope,
    args: InventoryArgs,
    read: (page: StorePage) => Promise<ErpRow[]>,
    count: () => Promise<number>,
  ): Promise<InventoryConnection> {
    const { cursors } = this.#sources;
    const request = toPageRequest(args);
    const page = this.#storePage(scope, args, request);
    const binding = bindingOf(scope, page);
    const asOf = new Date();
    const rows = await read(page);
    const { edges, pageInfo } = cutPage(
      rows.map((row) => ({
        cursor: cursors.encode(positionOf(row, page.terms), binding),
        node: toItem(row),
      })),
      request,
    );
    const nodes = edges.map((edge) => edge.node);
    return Object.assign(new InventoryConnection(), {
      edges,
      nodes,
      pageInfo,
      totalCount: count,
      asOf,
      stale: false,
    });
  }

  #storePage(scope: ErpScope, args: InventoryArgs, request: PageRequest): StorePage {
    const { cursors } = this.#sources;
    const terms = toTerms(args.orderBy, scope);
    const binding = bindingOf(scope, { terms });
    const { limit, backwards, after, before } = request;
    return {
      terms,
      limit,
      backwards,
      after: after === null ? null : cursors.decode(after, binding, 'after'),
      before: before === null ? null : cursors.decode(before, binding, 'before'),
    };
  }
}

/** What an inventory cursor belongs to. */
function bindingOf(scope: ErpScope, { terms }: Pick<StorePage, 'terms'>): string {
  return JSON.stringify([
    'inventory',
    terms.map(({ column, direction }) => [column, direction]),
    scopeKey(scope),
  ]);
}

/** A loader that turns customers who are asked the same into one call with all their names. */
function perCustomer<Key extends CustomerKey, Value>(
  ask: (scope: ErpScope, question: Key) => Promise<Map<string, Value>>,
  none: () => Value,
): DataLoader<Key, Value, string> {
  return new DataLoader<Key, Value, string>(
    async (keys) => {
      const answers = new Map<string, Promise<Map<string, Value>>>();
      for (const [question, alike] of groupBy(keys, questionOf)) {
        const [first] = alike as [Key, ...Key[]];
        const names = alike.map((key) => key.name);
        answers.set(question, ask(narrowScope(first.scope, names), first));
      }
      return Promise.all(
        keys.map((key) =>
          Promise.resolve(answers.get(questionOf(key))).then(
            (byName) => byName?.get(key.name) ?? none(),
            (error: Error) => error,
          ),
        ),
      );
    },
    { cacheKeyFn: keyOf },
  );
}
