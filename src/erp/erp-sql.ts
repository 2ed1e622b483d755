import { Kysely, sql } from 'kysely';
import type { ErpDialectName } from './erp.js';
import type { ErpDialect } from './erp-dialect.js';
import { type ErpMapping, INVENTORY_COLUMNS, type MappedInventory } from './mapping.js';
import { mssqlDialect } from './mssql/mssql-dialect.js';
import { postgresDialect } from './postgres/postgres-dialect.js';
import { COMPILERS } from './query-compilers.js';

/** A column of the inventory, including the derived one. */
export type InventoryColumn = keyof MappedInventory | 'quantity_available';

/** A column by its qualified name: an unqualified name could mean the result column of that name, which is text. */
export function columnOf(name: InventoryColumn) {
  return sql.ref(`inventory.${name}`);
}

/** Builds queries on an ERP's inventory. Kysely only compiles them; an adapter runs them. */
export class ErpSql {
  readonly dialect: ErpDialect;
  readonly db: Kysely<object>;

  constructor(
    name: ErpDialectName,
    private readonly mapping: ErpMapping,
  ) {
    this.dialect = name === 'mssql' ? mssqlDialect : postgresDialect;
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
}

/** A SELECT as a derived table. The line break is there because its last line may be a comment. */
const derived = <Row>(select: string) => sql<Row>`(${sql.raw(select)}\n)`;
