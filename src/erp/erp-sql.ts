import { Kysely, sql } from 'kysely';
import type { ErpColumn, ErpDialectName } from './erp.js';
import type { DescribedColumns, ErpDialect } from './erp-dialect.js';
import type { InventoryColumn } from './inventory-column.js';
import { type ErpMapping, INVENTORY_COLUMNS, type MappedInventory, type MappingColumns } from './mapping.js';
import { MssqlDialect } from './mssql/mssql-dialect.js';
import { PostgresDialect } from './postgres/postgres-dialect.js';
import { COMPILERS } from './query-compilers.js';

/** Builds queries on an ERP's inventory. Kysely only compiles them; an adapter runs them. */
export class ErpSql {
  /** For conditions on the inventory. */
  readonly dialect: ErpDialect;
  /** For conditions on the customers, whose names may have another type there. */
  readonly customersDialect: ErpDialect;
  readonly db: Kysely<object>;
  readonly #inventoryColumns: DescribedColumns;

  /** @param columns the columns of the mapping; a column that is missing there is treated as unknown */
  constructor(
    name: ErpDialectName,
    private readonly mapping: ErpMapping,
    columns: MappingColumns,
  ) {
    const Dialect = name === 'mssql' ? MssqlDialect : PostgresDialect;
    this.#inventoryColumns = byName(columns.inventory);
    this.dialect = new Dialect(this.#inventoryColumns);
    this.customersDialect =
      mapping.customers === null ? this.dialect : new Dialect(byName(columns.customers));
    this.db = new Kysely({ dialect: COMPILERS[name] });
  }

  /** A query on the mapped inventory, to which the caller adds columns and conditions. */
  inventory() {
    const mapped = derived<MappedInventory>(this.mapping.inventory).as<'mapped'>(sql.ref('mapped'));
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
    const mapped = derived<Pick<MappedInventory, 'customer_name'>>(customers ?? inventory);
    // The alias is the same as the inventory's, so that the same conditions work on both.
    return this.db.selectFrom(mapped.as<'inventory'>(sql.ref('inventory')));
  }

  /** Whether a column of the inventory may be null, as far as the ERP says. */
  mayBeNull(column: InventoryColumn): boolean {
    return this.#inventoryColumns.get(column)?.nullable ?? true;
  }
}

const byName = (columns: readonly ErpColumn[]): DescribedColumns =>
  new Map(columns.map((column) => [column.name, column]));

/** A SELECT as a derived table. The line break is there because its last line may be a comment. */
const derived = <Row>(select: string) => sql<Row>`(${sql.raw(select)}\n)`;
