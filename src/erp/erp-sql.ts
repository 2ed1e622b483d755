import { Kysely, sql } from 'kysely';
import { dialectOf } from './dialect-of.js';
import type { ErpDialectName } from './erp.js';
import { type DescribedColumns, describedColumns, type ErpDialect } from './erp-dialect.js';
import { columnOf, type InventoryColumn, type InvoiceColumn, type PaymentColumn } from './mapped-column.js';
import { derivedTable, MappedRelation, type SqlRelation } from './mapped-relation.js';
import { type ErpMapping, INVENTORY_COLUMNS, type MappedInventory, type MappingColumns } from './mapping.js';
import { COMPILERS } from './query-compilers.js';

/** Builds queries on what an ERP's mapping returns. Kysely only compiles them; an adapter runs them. */
export class ErpSql implements SqlRelation<InventoryColumn> {
  /** For conditions on the inventory. */
  readonly dialect: ErpDialect;
  /** For conditions on the customers, whose names may have another type there. */
  readonly customersDialect: ErpDialect;
  readonly db: Kysely<object>;
  readonly invoices: MappedRelation<InvoiceColumn>;
  readonly payments: MappedRelation<PaymentColumn>;
  readonly #inventoryColumns: DescribedColumns;

  /** @param columns the columns of the mapping; a column that is missing there is treated as unknown */
  constructor(
    name: ErpDialectName,
    private readonly mapping: ErpMapping,
    columns: MappingColumns,
  ) {
    this.#inventoryColumns = describedColumns(columns.inventory);
    this.dialect = dialectOf(name, columnOf, this.#inventoryColumns);
    this.customersDialect =
      mapping.customers === null
        ? this.dialect
        : dialectOf(name, columnOf, describedColumns(columns.customers));
    this.db = new Kysely({ dialect: COMPILERS[name] });
    const relation = <Column extends string>(which: 'invoices' | 'payments') =>
      new MappedRelation<Column>(name, {
        which,
        select: mapping[which],
        columns: columns[which],
        db: this.db,
      });
    this.invoices = relation('invoices');
    this.payments = relation('payments');
  }

  /** A query on the mapped inventory, to which the caller adds columns and conditions. */
  inventory() {
    const mapped = derivedTable<MappedInventory>(this.mapping.inventory).as<'mapped'>(sql.ref('mapped'));
    const withDerived = this.db
      .selectFrom(mapped)
      // Selected by name: the mapping may have a further column with the same name as the derived one.
      .select(INVENTORY_COLUMNS)
      .select((eb) => eb('quantity_on_hand', '-', eb.ref('quantity_allocated')).as('quantity_available'));
    return this.db.selectFrom(withDerived.as('inventory'));
  }

  /**
   * A query on the mapped customers, or on those of the inventory if none are mapped. The caller adds columns and
   * conditions.
   */
  customers() {
    const { customers, inventory } = this.mapping;
    const mapped = derivedTable<Pick<MappedInventory, 'customer_name'>>(customers ?? inventory);
    // The alias is the same as the inventory's, so that the same conditions work on both.
    return this.db.selectFrom(mapped.as<'inventory'>(sql.ref('inventory')));
  }

  /** Whether a column of the inventory may be null, as far as the ERP says. */
  mayBeNull(column: InventoryColumn): boolean {
    return this.#inventoryColumns.get(column)?.nullable ?? true;
  }
}
