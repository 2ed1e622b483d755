import { type Kysely, sql } from 'kysely';
import { dialectOf } from './dialect-of.js';
import type { ErpColumn, ErpDialectName } from './erp.js';
import { type DescribedColumns, describedColumns, type ErpDialect } from './erp-dialect.js';
import { columnsOf } from './mapped-column.js';

/** What building a query on a relation needs, besides its rows. */
export interface SqlRelation<Column extends string> {
  readonly dialect: ErpDialect<Column>;
  readonly db: Kysely<object>;
  /** Whether a column may be null, as far as the ERP says. */
  mayBeNull(column: Column): boolean;
}

/** A relation that may be mapped. */
interface RelationMapping {
  /** Its name in queries. */
  which: string;
  select: string | null;
  columns: readonly ErpColumn[];
  db: Kysely<object>;
}

/** A relation of the mapping whose columns are those that the mapping returns. */
export class MappedRelation<Column extends string> implements SqlRelation<Column> {
  readonly dialect: ErpDialect<Column>;
  readonly #columns: DescribedColumns;

  constructor(
    name: ErpDialectName,
    private readonly mapping: RelationMapping,
  ) {
    this.#columns = describedColumns(mapping.columns);
    this.dialect = dialectOf(name, columnsOf<Column>(mapping.which), this.#columns);
  }

  get db(): Kysely<object> {
    return this.mapping.db;
  }

  get isMapped(): boolean {
    return this.mapping.select !== null;
  }

  /** A query on its rows, to which the caller adds columns and conditions. @throws Error if it is not mapped */
  rows() {
    const { db, select, which } = this.mapping;
    if (select === null) throw new Error(`the ERP's ${which} are not mapped`);
    return db.selectFrom(derivedTable<object>(select).as<'mapped'>(sql.ref(which)));
  }

  mayBeNull(column: Column): boolean {
    return this.#columns.get(column)?.nullable ?? true;
  }
}

/** A SELECT as a derived table. The line break is there because its last line may be a comment. */
export const derivedTable = <Row>(select: string) => sql<Row>`(${sql.raw(select)}\n)`;
