import type { ErpRow } from '../../erp/erp.js';
import type { ReadOptions } from '../../erp/guarded-erp.js';
import { mapReading, Reading } from '../../erp/reading.js';
import { isEmpty, narrowToFilter } from '../../erp/rows/scoped-rows.js';
import type { ErpScope } from '../../shared/auth.js';
import { groupBy } from '../../shared/group-by.js';
import { required } from '../../shared/row-values.js';
import type { InventoryGroupKey } from './inventory.args.js';
import type { RowConditions } from './inventory.conditions.js';
import type { InventoryFacet, InventoryGroup } from './inventory.type.js';
import { type Facet, facetQuery, withoutOwnCondition } from './inventory-facet.query.js';
import { isOfNumbers, NO_TOTALS, type TotalsRow, toGroup, toTotals } from './inventory-group.js';
import {
  type GroupsPage,
  groupCountQuery,
  groupedBy,
  groupsQuery,
  KEY_COLUMNS,
  shownGroup,
  totalsQuery,
} from './inventory-report.query.js';
import { type BuildQuery, type ScopedInventory, type ScopedQueries } from './scoped-inventory.js';
import type { TotalsSelection } from './totals-selection.js';

/** Builds a query of sums. See SelectedSums. */
type BuildSums = (queries: ScopedQueries, onlyNumbers: boolean) => ReturnType<BuildQuery>;

/** Totals and reports of the ERP's inventory. Each method takes a scope, and covers only rows exactly within it. */
export class InventoryReportStore {
  /** Whether the ERP has had a quantity that is not a number. */
  #hasNoNumbers = false;

  constructor(private readonly inventory: ScopedInventory) {}

  /** The totals of everything within a scope. */
  async totals(
    scope: ErpScope,
    filter: RowConditions,
    { signal, ...selection }: TotalsSelection & { signal: AbortSignal },
  ): Promise<Reading<TotalsRow>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now(NO_TOTALS);
    const query: BuildSums = (queries, onlyNumbers) =>
      totalsQuery(queries.rows(within, filter), queries.sql, { ...selection, onlyNumbers });
    const options = { scope: within, signal, orStale: true };
    return mapReading(await this.#readSums('readTotal', query, options), toTotals);
  }

  /** The totals of each customer, in one query. The map leaves out customers without inventory. */
  async totalsByCustomer(
    scope: ErpScope,
    filter: RowConditions,
    { signal, ...selection }: TotalsSelection & { signal: AbortSignal },
  ): Promise<Reading<Map<string, TotalsRow>>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now(new Map());
    const query: BuildSums = (queries, onlyNumbers) => {
      const { dialect } = queries.sql;
      const rows = queries
        .rows(within, filter)
        .select(shownGroup(dialect, 'customer_name').as('customer_name'));
      const keys = [groupedBy(dialect, 'customer_name')];
      return totalsQuery(rows, queries.sql, { ...selection, onlyNumbers }, keys);
    };
    const options = { scope: within, signal, orStale: true };
    return mapReading(await this.#readSums('read', query, options), (rows) => {
      const byCustomer = groupBy(rows, (row) => required(row, 'customer_name'));
      return new Map([...byCustomer].map(([name, ofCustomer]) => [name, toTotals(ofCustomer)]));
    });
  }

  /** Sums grouped by the keys and the unit, ordered by the keys. Never stale, because a plain list can't say so. */
  async groups(
    scope: ErpScope,
    keys: readonly InventoryGroupKey[],
    filter: RowConditions,
    { signal, ...page }: GroupsPage & { signal: AbortSignal },
  ): Promise<InventoryGroup[]> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within) || page.limit === 0) return [];
    const columns = [...new Set(keys.map((key) => KEY_COLUMNS[key]))];
    const query: BuildSums = (queries, onlyNumbers) =>
      groupsQuery(queries.rows(within, filter), queries.sql, columns, { ...page, onlyNumbers });
    const options = { scope: within, signal, orStale: false };
    const read = columns.includes('customer_name') ? 'read' : 'readTotal';
    return (await this.#readSums(read, query, options)).value.map(toGroup);
  }

  /** How many groups a report has. */
  async groupCount(
    scope: ErpScope,
    keys: readonly InventoryGroupKey[],
    filter: RowConditions,
    signal: AbortSignal,
  ): Promise<number> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return 0;
    const columns = keys.map((key) => KEY_COLUMNS[key]);
    const { value } = await this.inventory.readTotal(
      (queries) => groupCountQuery(queries.rows(within, filter), queries.sql, columns),
      { scope: within, signal, orStale: false },
    );
    return Number(value[0]?.['group_count'] ?? 0);
  }

  /** The values of a column, and the number of rows with each. Never stale, because a plain list can't say so. */
  async facet(scope: ErpScope, facet: Facet, signal: AbortSignal): Promise<InventoryFacet[]> {
    const filter = withoutOwnCondition(facet.of, facet.filter);
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within) || facet.limit === 0) return [];
    const query: BuildQuery = (queries) => facetQuery(queries.rows(within, filter), queries.sql, facet);
    const column = KEY_COLUMNS[facet.of];
    const read = column === 'customer_name' ? 'read' : 'readTotal';
    const { value: rows } = await this.inventory[read](query, { scope: within, signal, orStale: false });
    return rows.map((row) => ({ value: row[column] ?? null, itemCount: Number(row['item_count']) }));
  }

  /**
   * Reads sums. If one is not a number, they are read again without the rows that have none, and from then on at once: to look
   * at each row takes a server a third of the time, and nearly no ERP has such a row.
   */
  async #readSums(
    read: 'read' | 'readTotal',
    build: BuildSums,
    options: ReadOptions,
  ): Promise<Reading<readonly ErpRow[]>> {
    const onlyNumbers = this.#hasNoNumbers;
    const reading = await this.inventory[read]((queries) => build(queries, onlyNumbers), options);
    if (onlyNumbers || reading.value.every(isOfNumbers)) return reading;
    this.#hasNoNumbers = true;
    return this.inventory[read]((queries) => build(queries, true), options);
  }
}
