import DataLoader from 'dataloader';
import type { ErpRow } from '../../erp/erp.js';
import type { InventoryColumn } from '../../erp/mapped-column.js';
import type { Reading } from '../../erp/reading.js';
import { type ErpScope, narrowScope, scopeKey } from '../../shared/auth.js';
import type { CursorCodec } from '../../shared/cursor.js';
import type { OnUnshown } from '../../shared/row-values.js';
import type {
  InventoryArgs,
  InventoryFacetArgs,
  InventoryFilter,
  InventoryGroupsArgs,
} from './inventory.args.js';
import type { InventoryStore } from './inventory.store.js';
import type {
  InventoryConnection,
  InventoryFacet,
  InventoryGroup,
  InventoryItem,
  InventoryTotals,
} from './inventory.type.js';
import { readConnection } from './inventory-connection.js';
import { NO_TOTALS, type TotalsRow } from './inventory-group.js';
import { toItem } from './inventory-item.js';
import type { FirstPage } from './inventory-page.query.js';
import type { InventoryReportStore } from './inventory-report.store.js';
import { type CustomerKey, perCustomer } from './per-customer.js';
import type { Sum, TotalsSelection } from './totals-selection.js';

/** How many ERP customers are listed for a viewer who may see all; `erpCustomers(search:)` finds the others. */
export const SHOWN_CUSTOMERS = 200;

/** What the loader reads from, the codec of its cursors, and who is told of values that can't be shown. */
export interface InventorySources {
  store: InventoryStore;
  reports: InventoryReportStore;
  cursors: CursorCodec;
  onUnshown: OnUnshown;
}

interface CustomerPageKey extends CustomerKey {
  page: FirstPage;
}

type CustomerTotalsKey = CustomerKey & TotalsSelection;

/**
 * Reads the inventory for one request. Reads for several customers in one tick are batched into one query. Equal reads
 * run once.
 */
export class InventoryLoader {
  readonly #sources: InventorySources;
  readonly #signal: AbortSignal;
  readonly #results = new Map<string, Promise<unknown>>();
  readonly #pages: DataLoader<CustomerPageKey, Reading<ErpRow[]>, string>;
  readonly #counts: DataLoader<CustomerKey, Reading<number>, string>;
  readonly #totals: DataLoader<CustomerTotalsKey, Reading<TotalsRow>, string>;
  /** Of all the ERP's customers: only read within the full scope. */
  readonly #existing: DataLoader<string, boolean>;

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
      (scope, { filter, different, sums }) =>
        reports.totalsByCustomer(scope, filter, { different, sums, signal }),
      () => NO_TOTALS,
    );
    this.#existing = new DataLoader(async (names) => {
      const existing = await store.existingCustomers(names, signal);
      return names.map((name) => existing.has(name));
    });
  }

  /** A page of everything within a scope. @param columns see columnsSelectedIn */
  page(
    scope: ErpScope,
    args: InventoryArgs,
    columns: ReadonlySet<InventoryColumn>,
  ): Promise<InventoryConnection> {
    const { store } = this.#sources;
    const filter = args.filter ?? {};
    return readConnection(scope, args, {
      ...this.#sources,
      columns,
      read: (page) =>
        this.#once(['page', filter, page], scope, () =>
          store.page(scope, filter, page, { signal: this.#signal }),
        ),
      count: () => this.#count(scope, filter),
    });
  }

  /** A page of one customer's inventory. Only first pages are batched, because each cursor belongs to one customer. */
  pageOfCustomer(
    scope: ErpScope,
    name: string,
    args: InventoryArgs,
    columns: ReadonlySet<InventoryColumn>,
  ): Promise<InventoryConnection> {
    const filter = args.filter ?? {};
    const own = narrowScope(scope, [name]);
    return readConnection(own, args, {
      ...this.#sources,
      columns,
      read: ({ after, before, ...page }) =>
        after || before
          ? this.#sources.store.page(own, filter, { ...page, after, before }, { signal: this.#signal })
          : this.#pages.load({ scope, name, filter, page }),
      count: () => this.#counts.load({ scope, name, filter }),
    });
  }

  /** The item with an id; null if the scope has none. */
  item(scope: ErpScope, id: string): Promise<InventoryItem | null> {
    const { store, onUnshown } = this.#sources;
    return this.#once(['item', id], scope, async () => {
      const row = await store.item(scope, id, this.#signal);
      return row && toItem(row, onUnshown);
    });
  }

  /** The number of rows within a scope. */
  async count(scope: ErpScope, filter: InventoryFilter): Promise<number> {
    return (await this.#count(scope, filter)).value;
  }

  /** The totals of everything within a scope. */
  async totals(
    scope: ErpScope,
    filter: InventoryFilter,
    selection: TotalsSelection,
  ): Promise<InventoryTotals> {
    const { reports } = this.#sources;
    const read = () => reports.totals(scope, filter, { ...selection, signal: this.#signal });
    return toTotals(await this.#once(['totals', filter, selection], scope, read));
  }

  /** The totals of one customer, batched with those of other customers. */
  async totalsOfCustomer(
    scope: ErpScope,
    name: string,
    selection: TotalsSelection,
  ): Promise<InventoryTotals> {
    return toTotals(await this.#totals.load({ scope, name, filter: {}, ...selection }));
  }

  /** The rows of a report. */
  groups(scope: ErpScope, args: InventoryGroupsArgs, sums: readonly Sum[]): Promise<InventoryGroup[]> {
    const { reports } = this.#sources;
    const { by, filter, first } = args;
    return this.#once(['groups', by, filter, first, sums], scope, () =>
      reports.groups(scope, by, filter ?? {}, { limit: first ?? 1000, sums, signal: this.#signal }),
    );
  }

  /** The values of a column, the most frequent first. */
  facet(scope: ErpScope, { of, search, filter, first }: InventoryFacetArgs): Promise<InventoryFacet[]> {
    const facet = { of, search: search ?? null, filter: filter ?? {}, limit: first ?? 20 };
    return this.#once(['facet', facet], scope, () => this.#sources.reports.facet(scope, facet, this.#signal));
  }

  /** The customers within a scope, in the ERP's order. */
  customers(scope: ErpScope, search: string | null, limit: number): Promise<string[]> {
    const { store } = this.#sources;
    return this.#once(['customers', search, limit], scope, () =>
      store.customers(scope, search, limit, this.#signal),
    );
  }

  /** The customers to list for a viewer with this scope: its names, or the first of all the ERP's customers. */
  async shownCustomers(scope: ErpScope): Promise<string[]> {
    return scope.all ? this.customers(scope, null, SHOWN_CUSTOMERS) : [...scope.names].sort();
  }

  /**
   * Whether a customer exists within a scope. Those that are assigned by name do: the ERP isn't asked about them. Otherwise
   * it is asked about all names at once.
   */
  async hasCustomer(scope: ErpScope, name: string): Promise<boolean> {
    return scope.all ? this.#existing.load(name) : scope.names.has(name);
  }

  #count(scope: ErpScope, filter: InventoryFilter): Promise<Reading<number>> {
    const { store } = this.#sources;
    return this.#once(['count', filter], scope, () => store.count(scope, filter, { signal: this.#signal }));
  }

  /** Runs a read once per request. Later calls with the same key and scope get the same result. */
  #once<T>(keyParts: readonly unknown[], scope: ErpScope, read: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([keyParts, scopeKey(scope)]);
    const result = (this.#results.get(key) as Promise<T> | undefined) ?? read();
    this.#results.set(key, result);
    return result;
  }
}

const toTotals = ({ value, asOf, stale }: Reading<TotalsRow>): InventoryTotals => ({ ...value, asOf, stale });
