import { type Compilable, type SelectQueryBuilder, sql } from 'kysely';
import type { PagePositions } from '../../shared/connection.js';
import type { ErpDialect } from '../erp-dialect.js';
import type { SqlRelation } from '../mapped-relation.js';
import { branchesBeyond, conditionBeyond, orderByTerms, type RowTerm, withKnownNulls } from './row-order.js';

/** A page of the rows of a relation. Rows come in the direction of reading. */
export interface RowPage<Column extends string> extends PagePositions {
  terms: readonly RowTerm<Column>[];
  /** How many rows are left out before the first page. */
  skip?: number;
}

/** The rows that pages are taken from, without selected columns. */
type Rows<DB, Tables extends keyof DB> = SelectQueryBuilder<DB, Tables, object>;

/** What a page is made of: its rows, and the columns that it selects, among them those of its order. */
interface PageOf<DB, Tables extends keyof DB, Column extends string> {
  rows: Rows<DB, Tables>;
  columns: ReturnType<typeof rowColumns<Column>>;
}

/** Columns as text. Values that a driver could round or shift are printed by the server. @param texts those that are text */
export function rowColumns<Column extends string>(
  dialect: ErpDialect<Column>,
  columns: readonly Column[],
  texts: ReadonlySet<Column>,
) {
  return columns.map((column) => {
    const shown = dialect.shown(column);
    return (texts.has(column) ? shown : dialect.text(shown)).as(column);
  });
}

/** The query of a page. With an index for the order, a page deep in the list costs no more than the first. */
export function rowPageQuery<DB, Tables extends keyof DB, Column extends string>(
  relation: SqlRelation<Column>,
  { rows: all, columns }: PageOf<DB, Tables, Column>,
  { terms: wanted, limit, backwards, after, before, skip = 0 }: RowPage<Column>,
): Compilable {
  const { dialect, db } = relation;
  const terms = withKnownNulls(relation, wanted);
  // Reading starts at the cursor `from` and does not go past `until`.
  const [from, until] = backwards ? [before, after] : [after, before];
  const rows = until ? all.where(conditionBeyond(dialect, terms, until, !backwards)) : all;
  const read = (of: typeof rows) =>
    of
      .select(columns)
      .orderBy(orderByTerms(dialect, terms, backwards))
      .offset(from ? 0 : skip)
      .fetch(limit + 1);
  if (!from) return read(rows);

  // The selected columns are text already, so the branches are merged by the original values in extra columns.
  const sortName = (column: Column) => `sort_${column}`;
  const branches = branchesBeyond(dialect, terms, from, backwards).map((condition) => {
    const values = terms.map(({ column }) => dialect.column(column).as(sortName(column)));
    return sql`select * from (${read(rows.where(condition)).select(values)}) as branch`;
  });
  const merged = sql<object>`(${sql.join(branches, sql` union all `)})`.as<'merged'>(sql.ref('merged'));
  const expressionOf = (column: Column) => sql.ref(`merged.${sortName(column)}`);
  return db
    .selectFrom(merged)
    .selectAll()
    .orderBy(orderByTerms(dialect, terms, backwards, expressionOf))
    .offset(0)
    .fetch(limit + 1);
}
