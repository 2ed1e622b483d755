import { type RawBuilder, sql } from 'kysely';
import type { Erp, ErpDialectName, ErpRow } from '../erp.js';
import type { ErpSql } from '../erp-sql.js';
import { columnOf, type InventoryColumn } from '../inventory-column.js';
import { NEVER_NULL } from '../mapping.js';
import { type Finding, quoteSome, type Section } from './section.js';

const QUANTITIES = ['quantity_on_hand', 'quantity_allocated'] as const;
const TIMES = ['received_on', 'expires_on', 'last_moved_at'] as const;
const MAX_NAMED = 3;
/** What the portal can't show, which only PostgreSQL has. NaN and the infinities, subtracted from themselves, are NaN. */
const UNSHOWN = {
  quantity: (column: InventoryColumn) => sql`${columnOf(column)} - ${columnOf(column)} <> 0`,
  time: (column: InventoryColumn) =>
    sql`not (${columnOf(column)} >= '0001-01-01' and ${columnOf(column)} < '10000-01-01')`,
};

/** The first and the last day that SQL Server has, which many ERPs write for "none" or "never". */
const isSentinel = (column: InventoryColumn) =>
  sql`cast(${columnOf(column)} as date) in ('0001-01-01', '9999-12-31')`;

/** Checks that the rows follow the rules in docs/erp.md. */
export async function checkRows(erp: Erp, erpSql: ErpSql, deadline: () => AbortSignal): Promise<Section> {
  const [counts = {}] = await erp.read(countsQuery(erpSql, erp.dialect), deadline());
  const rows = counts['item_count'];
  const findings = [
    ...NEVER_NULL.flatMap((column) =>
      findingOfCount(counts, `no_${column}`, (n) => ({
        level: 'problem',
        text: `${column} is null in ${n}`,
      })),
    ),
    ...duplicateFindings(await erp.read(duplicatesQuery(erpSql), deadline())),
    ...QUANTITIES.flatMap((column) =>
      findingOfCount(counts, `negative_${column}`, (n) => ({
        level: 'remark',
        text: `${column} is negative in ${n}`,
      })),
    ),
    ...QUANTITIES.flatMap((column) =>
      findingOfCount(counts, `unshown_${column}`, (n) => ({
        level: 'problem',
        text: `${column} is not a number in ${n}: it is shown as 0, and left out of sums`,
      })),
    ),
    ...TIMES.flatMap((column) =>
      findingOfCount(counts, `unshown_${column}`, (n) => ({
        level: 'warning',
        text: `${column} is infinite, before Christ or after the year 9999 in ${n}: it is shown as null`,
      })),
    ),
    ...TIMES.flatMap((column) =>
      findingOfCount(counts, `sentinel_${column}`, (n) => ({
        level: 'remark',
        text: `${column} is on 0001-01-01 or 9999-12-31 in ${n}: it is shown so, also if it means that there is none`,
      })),
    ),
  ];
  if (rows === '0') findings.push({ level: 'warning', text: 'the inventory is empty' });
  return { title: 'rows', facts: { rows: Number(rows) }, findings };
}

function countsQuery(erpSql: ErpSql, dialect: ErpDialectName) {
  const countWhere = (condition: RawBuilder<unknown>) => sql`count(case when ${condition} then 1 end)`;
  const count = (column: InventoryColumn, comparison: 'is null' | '< 0') =>
    countWhere(sql`${columnOf(column)} ${sql.raw(comparison)}`);
  const unshown = [
    ...QUANTITIES.map((column) => countWhere(UNSHOWN.quantity(column)).as(`unshown_${column}`)),
    ...TIMES.map((column) => countWhere(UNSHOWN.time(column)).as(`unshown_${column}`)),
  ];
  return erpSql
    .inventory()
    .select([
      sql`count(*)`.as('item_count'),
      ...NEVER_NULL.map((column) => count(column, 'is null').as(`no_${column}`)),
      ...QUANTITIES.map((column) => count(column, '< 0').as(`negative_${column}`)),
      ...TIMES.map((column) => countWhere(isSentinel(column)).as(`sentinel_${column}`)),
      ...(dialect === 'postgres' ? unshown : []),
    ])
    .compile();
}

/** Groups ids by the server's own equality, because paging depends on it. */
function duplicatesQuery(erpSql: ErpSql) {
  const id = columnOf('row_id');
  return erpSql
    .inventory()
    .select([
      erpSql.dialect.text(erpSql.dialect.shown('row_id')).as('row_id'),
      sql`count(*) over ()`.as('total'),
    ])
    .where(sql<boolean>`${id} is not null`)
    .groupBy(sql`${id}`)
    .having(sql<boolean>`count(*) > 1`)
    .orderBy(sql`${id}`)
    .offset(0)
    .fetch(MAX_NAMED)
    .compile();
}

function duplicateFindings(rows: readonly ErpRow[]): Finding[] {
  const ids = rows.map((row) => row['row_id'] ?? '');
  const more = Number(rows[0]?.['total'] ?? 0) - ids.length;
  const others = more > 0 ? ` and ${more} more` : '';
  return ids.length === 0
    ? []
    : [{ level: 'problem', text: `row_id is not unique: several rows have ${quoteSome(ids)}${others}` }];
}

function findingOfCount(counts: ErpRow, key: string, toFinding: (count: string) => Finding): Finding[] {
  const count = counts[key] ?? '0';
  return count === '0' ? [] : [toFinding(count === '1' ? '1 row' : `${count} rows`)];
}
