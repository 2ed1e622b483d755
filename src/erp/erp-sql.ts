import {
  type Dialect,
  DummyDriver,
  type Expression,
  Kysely,
  MssqlAdapter,
  MssqlIntrospector,
  MssqlQueryCompiler,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely';
import type { ErpDialectName } from './erp.js';
import type { ErpMapping, MappedInventory } from './mapping.js';

/** A column of the inventory, the derived one included. */
export type InventoryColumn = keyof MappedInventory | 'quantity_available';

/** A column by its full name: a bare one could be taken for a result column, which is printed text. */
export function columnOf(name: InventoryColumn) {
  return sql.ref(`inventory.${name}`);
}

/** A text to compare without regard to case, whatever the server's collation thinks of case. */
export function foldCase(value: Expression<unknown>): RawBuilder<string> {
  return sql`lower(${value})`;
}

/** What the two dialects say differently. Each takes and gives expressions; values stay parameters. */
export interface ErpDialect {
  /** A number, date or instant as the server prints it. */
  text(value: Expression<unknown>): RawBuilder<string>;
  /** LIKE a text in which no character has a meaning, with anything behind it and, if wanted, before it. */
  like(value: Expression<unknown>, text: string, where: 'start' | 'anywhere'): RawBuilder<boolean>;
  /** That a text is, to the letter, one of these. */
  exactlyIn(value: Expression<unknown>, texts: readonly string[]): RawBuilder<boolean>;
  /** A text to compare to the letter, where `=` and GROUP BY may be satisfied with less. */
  exact(value: Expression<unknown>): RawBuilder<unknown>;
  /** Two texts as one, which no other two give; the first is compared to the letter. */
  pair(first: Expression<unknown>, second: Expression<unknown>): RawBuilder<string>;
  /** A decimal parameter, with all its digits. */
  decimal(value: string): RawBuilder<string>;
  /** What to order by so that nulls come last, or first where the list is read backwards. */
  orderBy(column: Expression<unknown>, order: NullsOrder): RawBuilder<unknown>[];
}

export interface NullsOrder {
  direction: 'ASC' | 'DESC';
  nullable: boolean;
  nullsFirst: boolean;
}

const keyword = (direction: 'ASC' | 'DESC') => (direction === 'ASC' ? sql`asc` : sql`desc`);

const pattern = (literal: string, where: 'start' | 'anywhere') =>
  where === 'start' ? `${literal}%` : `%${literal}%`;

const postgres: ErpDialect = {
  like: (value, text, where) => {
    const literal = text.replace(/[\\%_]/g, '\\$&');
    return sql`${foldCase(value)} like ${foldCase(sql`${pattern(literal, where)}`)} escape '\\'`;
  },
  text: (value) => sql`cast(${value} as text)`,
  exactlyIn: (value, texts) => sql`${value} in (${sql.join(texts)})`,
  exact: (value) => sql`${value}`,
  pair: (first, second) => sql`concat(${first}, chr(31), ${second})`,
  decimal: (value) => sql`cast(${value} as numeric)`,
  orderBy: (column, { direction, nullable, nullsFirst }) => {
    if (!nullable) return [sql`${column} ${keyword(direction)}`];
    return [sql`${column} ${keyword(direction)} ${nullsFirst ? sql`nulls first` : sql`nulls last`}`];
  },
};

/** With an end that isn't zero: SQL Server takes bytes for equal that differ by zeros at their end. */
const mssqlBytes = (value: Expression<unknown>) =>
  sql`cast(concat(cast(${value} as nvarchar(400)), '.') as varbinary(802))`;

const mssql: ErpDialect = {
  like: (value, text, where) => {
    const literal = text.replace(/[%_[]/g, '[$&]');
    return sql`${foldCase(value)} like ${foldCase(sql`${pattern(literal, where)}`)}`;
  },
  text: (value) => sql`cast(${value} as nvarchar(400))`,
  // The plain IN is for the index. A collation takes case, width or trailing blanks for the same; the bytes do not.
  exactlyIn: (value, texts) => {
    const bytes = texts.map((text) => mssqlBytes(sql`${text}`));
    return sql`(${value} in (${sql.join(texts)}) and ${mssqlBytes(value)} in (${sql.join(bytes)}))`;
  },
  exact: mssqlBytes,
  // The first as hexadecimal digits of its bytes, which no collation takes for another's.
  pair: (first, second) => sql`concat(convert(varchar(1604), ${mssqlBytes(first)}, 2), char(31), ${second})`,
  decimal: (value) => {
    // The scale of the value itself: a fixed one would round long values or overflow large ones.
    const scale = value.split('.')[1]?.length ?? 0;
    return sql`cast(${value} as decimal(38, ${sql.raw(String(scale))}))`;
  },
  orderBy: (column, { direction, nullable, nullsFirst }) => {
    const plain = sql`${column} ${keyword(direction)}`;
    // SQL Server sorts nulls below everything, so half of the cases need no help.
    if (!nullable || (direction === 'ASC') === nullsFirst) return [plain];
    return [
      sql`case when ${column} is null then ${sql.raw(nullsFirst ? '0 else 1' : '1 else 0')} end`,
      plain,
    ];
  },
};

/** An ERP's inventory as something to build queries on. Kysely only writes them; an adapter runs them. */
export class ErpSql {
  readonly dialect: ErpDialect;
  readonly db: Kysely<object>;

  constructor(
    name: ErpDialectName,
    private readonly mapping: ErpMapping,
  ) {
    this.dialect = name === 'mssql' ? mssql : postgres;
    this.db = new Kysely({ dialect: name === 'mssql' ? MSSQL_COMPILER : POSTGRES_COMPILER });
  }

  /** `from` the mapped inventory, to select from and narrow. */
  inventory() {
    const mapped = derived<MappedInventory>(this.mapping.inventory).as<'mapped'>(sql.ref('mapped'));
    const withDerived = this.db
      .selectFrom(mapped)
      .selectAll('mapped')
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

const POSTGRES_COMPILER: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

const MSSQL_COMPILER: Dialect = {
  createAdapter: () => new MssqlAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new MssqlIntrospector(db),
  createQueryCompiler: () => new MssqlQueryCompiler(),
};
