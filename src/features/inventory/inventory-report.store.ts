import { sql } from 'kysely';
import type { ErpRow } from '../../erp/erp.js';
import { columnOf } from '../../erp/inventory-column.js';
import { mapReading, Reading } from '../../erp/reading.js';
import type { ErpScope } from '../../shared/auth.js';
import { groupBy } from '../../shared/group-by.js';
import type { InventoryGroupKey } from './inventory.args.js';
import type { RowConditions } from './inventory.conditions.js';
import { decimal, required } from './inventory.row.js';
import type { InventoryFacet, InventoryGroup, InventoryTotals } from './inventory.type.js';
import { type Facet, facetQuery, withoutOwnCondition } from './inventory-facet.query.js';
import {
  counted,
  type GroupsPage,
  groupCountQuery,
  groupsQuery,
  KEY_COLUMNS,
  shownGroup,
} from './inventory-report.query.js';
import { type BuildQuery, isEmpty, narrowToFilter, type ScopedInventory } from './scoped-inventory.js';
import type { TotalsSelection } from './totals-selection.js';

/** Totals, without the time when they were read. Counts that aren't selected are not numbers. */
export type TotalsRow = Omit<InventoryTotals, 'asOf' | 'stale'>;

/** The totals of a scope without inventory. */
export const NO_TOTALS: TotalsRow = { itemCount: 0, partCount: 0, binCount: 0, byUnit: [] };

/** Totals and reports of the ERP's inventory. Each method takes a scope, and covers only rows exactly within it. */
export class InventoryReportStore {
  constructor(private readonly inventory: ScopedInventory) {}

  /** The totals of everything within a scope. */
  async totals(
    scope: ErpScope,
    filter: RowConditions,
    { signal, ...selection }: TotalsSelection & { signal: AbortSignal },
  ): Promise<Reading<TotalsRow>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now(NO_TOTALS);
    const query: BuildQuery = (queries) =>
      counted(queries, within, filter, selection).groupBy(sql`grouping sets ((), (${columnOf('unit')}))`);
    return mapReading(
      await this.inventory.readTotal(query, { scope: within, signal, orStale: true }),
      toTotals,
    );
  }

  /** The totals of each customer, in one query. The map leaves out customers without inventory. */
  async totalsByCustomer(
    scope: ErpScope,
    filter: RowConditions,
    { signal, ...selection }: TotalsSelection & { signal: AbortSignal },
  ): Promise<Reading<Map<string, TotalsRow>>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now(new Map());
    const query: BuildQuery = (queries) => {
      const customer = queries.sql.dialect.exact('customer_name');
      return counted(queries, within, filter, selection)
        .select(shownGroup(queries.sql.dialect, 'customer_name').as('customer_name'))
        .groupBy(sql`grouping sets ((${customer}), (${customer}, ${columnOf('unit')}))`);
    };
    return mapReading(await this.inventory.read(query, { scope: within, signal, orStale: true }), (rows) => {
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
    const query: BuildQuery = (queries) =>
      groupsQuery(queries.rows(within, filter), queries.sql, columns, page);
    const options = { scope: within, signal, orStale: false };
    const read = columns.includes('customer_name') ? 'read' : 'readTotal';
    return (await this.inventory[read](query, options)).value.map(toGroup);
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
}

function toTotals(rows: readonly ErpRow[]): TotalsRow {
  const total = rows.find((row) => row['is_total'] === '1');
  if (!total) return NO_TOTALS;
  return {
    itemCount: Number(total['item_count']),
    partCount: Number(total['part_count']),
    binCount: Number(total['bin_count']),
    byUnit: rows
      .filter((row) => row !== total)
      .map(toGroup)
      .sort((a, b) => (a.unit < b.unit ? -1 : 1)),
  };
}

function toGroup(row: ErpRow): InventoryGroup {
  const customer = row['customer_name'] ?? null;
  return {
    erpCustomer: customer === null ? null : { name: customer },
    partNumber: row['part_number'] ?? null,
    warehouse: row['warehouse'] ?? null,
    bin: row['bin'] ?? null,
    lot: row['lot'] ?? null,
    status: row['status'] ?? null,
    expiresMonth: row['expires_month'] ?? null,
    unit: required(row, 'unit'),
    itemCount: Number(row['item_count']),
    quantityOnHand: decimal(row, 'quantity_on_hand'),
    quantityAllocated: decimal(row, 'quantity_allocated'),
    quantityAvailable: decimal(row, 'quantity_available'),
    earliestExpiry: row['earliest_expiry'] ?? null,
  };
}
