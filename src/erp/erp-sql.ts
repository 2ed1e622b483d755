import { Kysely, sql } from 'kysely';
import type { ErpDialectName } from './erp.js';
import type { ErpDialect } from './erp-dialect.js';
import { type ErpMapping, INVENTORY_COLUMNS, type MappedInventory } from './mapping.js';
import { mssqlDialect } from './mssql/mssql-dialect.js';
import { postgresDialect } from './postgres/postgres-dialect.js';
import { COMPILERS } from './query-compilers.js';

/** A column of the inventory, the derived one included. */
export type InventoryColumn = keyof MappedInventory | 'quantity_available';

/** A column by its full name: a bare one could be taken for a result column, which is printed text. */
export function columnOf(name: InventoryColumn) {
  return sql.ref(`inventory.${name}`);
}

/** An ERP's inventory as something to build queries on. Kysely only writes them; an adapter runs them. */
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

  /** `from` the mapped inventory, to select from and narrow. */
  inventory() {
    const mapped = derived<MappedInventory>(this.mapping.inventory).as<'mapped'>(sql.ref('mapped'));
    const withDerived = this.db
      .selectFrom(mapped)
      // By name: a column of the mapping's own could be called as the derived one is.
      .select(INVENTORY_COLUMNS)
      .select((eb) => eb('quantity_on_hand', '-', eb.ref('quantity_allocated')).as('quantity_available'));
    return this.db.selectFrom(withDerived.as('inventory'));
  }

  /** `from` the mapped customers, or where there are none those of the inventory, to select from and narrow. */
  customers() {
    const { customers, inventory } = this.mapping;
    const mapped = derived<Pick<MappedInventory, 'customer_name'>>(customers ?? inventory);
    // By the name that the inventory has: what narrows one narrows the other.
    return this.db.selectFrom(mapped.as<'inventory'>(sql.ref('inventory')));
  }
}

/** A SELECT to select from, whose last line may be a comment. */
const derived = <Row>(select: string) => sql<Row>`(${sql.raw(select)}\n)`;
