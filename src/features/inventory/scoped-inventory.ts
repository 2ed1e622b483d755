import { ErpSql } from '../../erp/erp-sql.js';
import type { ErpMapping } from '../../erp/mapping.js';
import { withinScope } from '../../erp/rows/row-conditions.js';
import { type AskedErp, type Build, ScopedRows } from '../../erp/rows/scoped-rows.js';
import type { ErpScope } from '../../shared/auth.js';
import { matchesConditions, type RowConditions } from './inventory.conditions.js';

/** Builds queries on the ERP's inventory. Each needs a scope. */
export class ScopedQueries {
  constructor(readonly sql: ErpSql) {}

  /** A query of the rows within a scope that meet the conditions, without selected columns. */
  rows(scope: ErpScope, filter: RowConditions) {
    const { dialect } = this.sql;
    return this.sql
      .inventory()
      .where((eb) => eb.and([...withinScope(dialect, scope), ...matchesConditions(dialect, filter)]));
  }

  /** A query of the customers within a scope, without selected columns. A customer may occur more than once. */
  customers(scope: ErpScope) {
    return this.sql.customers().where((eb) => eb.and(withinScope(this.sql.customersDialect, scope)));
  }
}

/** Builds one query of the inventory. */
export type BuildQuery = Build<ScopedQueries>;

/** The only access to the ERP's inventory. Every query needs a scope. */
export class ScopedInventory extends ScopedRows<ScopedQueries> {
  constructor(erp: AskedErp, mapping: ErpMapping) {
    super(erp, mapping, (sql) => new ScopedQueries(sql));
  }
}
