import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Erp, ErpRow } from '../erp.js';
import type { ColumnReference } from '../mapped-column.js';
import type { SqlRelation } from '../mapped-relation.js';
import { type Finding, quoteSome } from './section.js';

/** A relation whose rows are checked. */
export interface CheckedRelation<Column extends string> {
  relation: SqlRelation<Column>;
  rows(): SelectQueryBuilder<object, never, object>;
  neverNull: readonly Column[];
  /** The columns that have decimals. */
  quantities: readonly Column[];
  /** Those of which a negative value is worth a remark. */
  notNegative: readonly Column[];
  times: readonly Column[];
  /** What it is called in findings; empty for the inventory. */
  prefix: string;
}

const MAX_NAMED = 3;
/** What the portal can't show, which only PostgreSQL has. NaN and the infinities, subtracted from themselves, are NaN. */
const UNSHOWN = {
  quantity: (column: RawBuilder<unknown>) => sql`${column} - ${column} <> 0`,
  time: (column: RawBuilder<unknown>) => sql`not (${column} >= '0001-01-01' and ${column} < '10000-01-01')`,
};

/** The first and the last day that SQL Server has, which many ERPs write for "none" or "never". */
const isSentinel = (column: RawBuilder<unknown>) =>
  sql`cast(${column} as date) in ('0001-01-01', '9999-12-31')`;

/** The builder without what it knows of its tables: checks write their columns as SQL. */
export const plain = (rows: unknown) => rows as SelectQueryBuilder<object, never, object>;

/** The number of rows, and which rules of docs/erp.md they don't follow. */
export async function checkedRows<Column extends string>(
  erp: Erp,
  deadline: () => AbortSignal,
  of: CheckedRelation<Column>,
): Promise<{ rows: number; findings: Finding[] }> {
  const [counts = {}] = await erp.read(countsQuery(of, erp.dialect === 'postgres').compile(), deadline());
  const found = (columns: readonly Column[], key: string, level: Finding['level'], text: string) =>
    columns.flatMap((column) => {
      const count = counts[`${key}_${column}`] ?? '0';
      const rows = count === '1' ? '1 row' : `${count} rows`;
      return count === '0' ? [] : [{ level, text: `${of.prefix}${column} ${text.replace('…', rows)}` }];
    });
  const findings = [
    ...found(of.neverNull, 'no', 'problem', 'is null in …'),
    ...duplicateFindings(await erp.read(duplicatesQuery(of).compile(), deadline()), of.prefix),
    ...found(of.notNegative, 'negative', 'remark', 'is negative in …'),
    ...found(
      of.quantities,
      'unshown',
      'problem',
      'is not a number in …: it is shown as 0, and left out of sums',
    ),
    ...found(
      of.times,
      'unshown',
      'warning',
      'is infinite, before Christ or after the year 9999 in …: it is shown as null',
    ),
    ...found(
      of.times,
      'sentinel',
      'remark',
      'is on 0001-01-01 or 9999-12-31 in …: it is shown so, also if it means that there is none',
    ),
  ];
  return { rows: Number(counts['item_count']), findings };
}

function countsQuery<Column extends string>(of: CheckedRelation<Column>, hasUnshown: boolean) {
  const column: ColumnReference<Column> = of.relation.dialect.column;
  const countWhere = (condition: RawBuilder<unknown>) => sql`count(case when ${condition} then 1 end)`;
  const unshown = [
    ...of.quantities.map((one) => countWhere(UNSHOWN.quantity(column(one))).as(`unshown_${one}`)),
    ...of.times.map((one) => countWhere(UNSHOWN.time(column(one))).as(`unshown_${one}`)),
  ];
  return of
    .rows()
    .select([
      sql`count(*)`.as('item_count'),
      ...of.neverNull.map((one) => countWhere(sql`${column(one)} is null`).as(`no_${one}`)),
      ...of.notNegative.map((one) => countWhere(sql`${column(one)} < 0`).as(`negative_${one}`)),
      ...of.times.map((one) => countWhere(isSentinel(column(one))).as(`sentinel_${one}`)),
      ...(hasUnshown ? unshown : []),
    ]);
}

/** Groups ids by the server's own equality, because paging depends on it. */
function duplicatesQuery<Column extends string>({ relation, rows }: CheckedRelation<Column>) {
  const { dialect } = relation;
  const rowId = 'row_id' as Column;
  const id = dialect.column(rowId);
  return rows()
    .select([dialect.text(dialect.shown(rowId)).as('row_id'), sql`count(*) over ()`.as('total')])
    .where(sql<boolean>`${id} is not null`)
    .groupBy(sql`${id}`)
    .having(sql<boolean>`count(*) > 1`)
    .orderBy(sql`${id}`)
    .offset(0)
    .fetch(MAX_NAMED);
}

function duplicateFindings(rows: readonly ErpRow[], prefix: string): Finding[] {
  const ids = rows.map((row) => row['row_id'] ?? '');
  const more = Number(rows[0]?.['total'] ?? 0) - ids.length;
  const others = more > 0 ? ` and ${more} more` : '';
  return ids.length === 0
    ? []
    : [
        {
          level: 'problem',
          text: `${prefix}row_id is not unique: several rows have ${quoteSome(ids)}${others}`,
        },
      ];
}
