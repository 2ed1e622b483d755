import type { Compilable } from 'kysely';
import type { ErpRow } from '../../erp/erp.js';
import { ErpSql } from '../../erp/erp-sql.js';
import type { GuardedErp, ReadOptions } from '../../erp/guarded-erp.js';
import type { ErpMapping } from '../../erp/mapping.js';
import { mapReading, type Reading } from '../../erp/reading.js';
import { type ErpScope, narrowScope } from '../../shared/auth.js';
import type { InventoryFilter } from './inventory.args.js';
import { matchesFilter, withinScope } from './inventory.conditions.js';
import { required } from './inventory.row.js';

/** The only way to the ERP's inventory: nothing is selected from it without a scope. */
export class ScopedInventory {
  readonly sql: ErpSql;

  constructor(
    private readonly erp: Pick<GuardedErp, 'dialect' | 'read'>,
    mapping: ErpMapping,
  ) {
    this.sql = new ErpSql(erp.dialect, mapping);
  }

  /** The rows within a scope that match a filter, to select from. */
  rows(scope: ErpScope, filter: InventoryFilter) {
    const { dialect } = this.sql;
    return this.sql
      .inventory()
      .where((eb) => eb.and([...withinScope(dialect, scope), ...matchesFilter(dialect, filter)]));
  }

  /** The customers within a scope, to select from; each may come more than once. */
  customers(scope: ErpScope) {
    return this.sql.customers().where((eb) => eb.and(withinScope(this.sql.dialect, scope)));
  }

  /** Runs a query whose rows name their customer, and lets none through that isn't exactly within the asker's scope. */
  async read(query: Compilable, options: ReadOptions): Promise<Reading<readonly ErpRow[]>> {
    const { scope } = options;
    return mapReading(await this.erp.read(query.compile(), options), (rows) =>
      scope.all ? rows : rows.filter((row) => scope.names.has(required(row, 'customer_name'))),
    );
  }

  /** Runs a query that sums up over customers, whose scope is in its conditions alone. */
  readTotal(query: Compilable, options: ReadOptions): Promise<Reading<readonly ErpRow[]>> {
    return this.erp.read(query.compile(), options);
  }
}

/** The scope less the customers that a filter leaves out. */
export function narrowToFilter(scope: ErpScope, filter: InventoryFilter): ErpScope {
  return filter.erpCustomerNames ? narrowScope(scope, filter.erpCustomerNames) : scope;
}

/** True where nothing can be found, so that nothing needs to be asked. */
export function isEmpty(scope: ErpScope): boolean {
  return !scope.all && scope.names.size === 0;
}
