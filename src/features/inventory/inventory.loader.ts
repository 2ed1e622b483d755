import type DataLoader from 'dataloader';
import type { ErpRow } from '../../erp/erp.js';
import { Reading } from '../../erp/reading.js';
import { type ErpScope, narrowScope, scopeKey } from '../../shared/auth.js';
import { readPage } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
import type { InventoryArgs, InventoryFilter, InventoryGroupsArgs } from './inventory.args.js';
import { type InventoryTerm, toTerms } from './inventory.order.js';
import { positionOf, toItem } from './inventory.row.js';
import type { InventoryStore } from './inventory.store.js';
import type { InventoryConnection, InventoryGroup, InventoryTotals } from './inventory.type.js';
import { toConnection } from './inventory-connection.js';
import type { FirstPage, StorePage } from './inventory-page.query.js';
import { type InventoryReportStore, NO_TOTALS, type TotalsRow } from './inventory-report.store.js';
import { type CustomerKey, perCustomer } from './per-customer.js';

/** How many ERP customers somebody with all of them is shown by name; `erpCustomers(search:)` finds the others. */
export const SHOWN_CUSTOMERS = 200;

export interface InventorySources {
  store: InventoryStore;
  reports: InventoryReportStore;
  cursors: CursorCodec;
}

interface CustomerPageKey extends CustomerKey {
  page: FirstPage;
}

/**
 * One request's reads of the inventory. What is asked of several customers in one tick is one query; each question is
 * asked once.
 */
export class InventoryLoader {
  readonly #sources: InventorySources;
  readonly #signal: AbortSignal;
  readonly #asked = new Map<string, Promise<unknown>>();
  readonly #pages: DataLoader<CustomerPageKey, Reading<ErpRow[]>, string>;
  readonly #counts: DataLoader<CustomerKey, Reading<number>, string>;
  readonly #totals: DataLoader<CustomerKey, Reading<TotalsRow>, string>;

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
      () => NO_TOTALS,
    );
  }

  /** A page of everything within a scope. */
  page(scope: ErpScope, args: InventoryArgs): Promise<InventoryConnection> {
    const { store } = this.#sources;
    const filter = args.filter ?? {};
    return this.#connection(
      scope,
      args,
      (page) =>
        this.#once(['page', filter, page], scope, () => store.page(scope, filter, page, this.#signal)),
      () => this.#once(['count', filter], scope, () => store.count(scope, filter, this.#signal)),
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
    const { reports } = this.#sources;
    const read = () => reports.totals(scope, filter, this.#signal);
    return toTotals(await this.#once(['totals', filter], scope, read));
  }

  /** Totals of one customer, batched with other customers'. */
  async totalsOfCustomer(scope: ErpScope, name: string): Promise<InventoryTotals> {
    return toTotals(await this.#totals.load({ scope, name, filter: {} }));
  }

  /** A report's rows. */
  groups(scope: ErpScope, args: InventoryGroupsArgs): Promise<InventoryGroup[]> {
    const { reports } = this.#sources;
    const { by, filter, first } = args;
    return this.#once(['groups', by, filter, first], scope, () =>
      reports.groups(scope, by, filter ?? {}, first ?? 1000, this.#signal),
    );
  }

  /** The customers within a scope, in the ERP's order. */
  customers(scope: ErpScope, search: string | null, limit: number): Promise<string[]> {
    const { store } = this.#sources;
    return this.#once(['customers', search, limit], scope, () =>
      store.customers(scope, search, limit, this.#signal),
    );
  }

  /** Those that somebody with this scope is shown: its names, or of all the ERP's first. */
  async shownCustomers(scope: ErpScope): Promise<string[]> {
    return scope.all ? this.customers(scope, null, SHOWN_CUSTOMERS) : [...scope.names].sort();
  }

  /** The answer to a question that was asked before in this request, or else the one that it is given now. */
  #once<T>(question: readonly unknown[], scope: ErpScope, read: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([question, scopeKey(scope)]);
    const answer = (this.#asked.get(key) as Promise<T> | undefined) ?? read();
    this.#asked.set(key, answer);
    return answer;
  }

  async #connection(
    scope: ErpScope,
    args: InventoryArgs,
    read: (page: StorePage) => Promise<Reading<readonly ErpRow[]>>,
    count: () => Promise<Reading<number>>,
  ): Promise<InventoryConnection> {
    const terms = toTerms(args.orderBy, scope);
    let reading: Reading<readonly ErpRow[]> = Reading.now([]);
    const page = await readPage(args, {
      cursors: this.#sources.cursors,
      binding: bindingOf(scope, terms),
      read: async (positions) => {
        reading = await read({ ...positions, terms });
        return reading.value;
      },
      positionOf: (row) => positionOf(row, terms),
      toNode: toItem,
    });
    return toConnection(page, reading, count);
  }
}

const toTotals = ({ value, asOf, stale }: Reading<TotalsRow>): InventoryTotals => ({ ...value, asOf, stale });

/** What an inventory cursor belongs to. */
function bindingOf(scope: ErpScope, terms: readonly InventoryTerm[]): string {
  const order = terms.map(({ column, direction }) => [column, direction]);
  return JSON.stringify(['inventory', order, scopeKey(scope)]);
}
