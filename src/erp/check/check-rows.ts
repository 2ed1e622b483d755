import { sql } from 'kysely';
import type { Erp, ErpRow } from '../erp.js';
import type { ErpSql } from '../erp-sql.js';
import { columnOf, type InventoryColumn } from '../inventory-column.js';
import { NEVER_NULL } from '../mapping.js';
import { type Finding, quoteSome, type Section } from './section.js';

const QUANTITIES = ['quantity_on_hand', 'quantity_allocated'] as const;
const MAX_NAMED = 3;

/** Checks that the rows follow the rules in docs/erp.md. */
export async function checkRows(erp: Erp, erpSql: ErpSql, deadline: () => AbortSignal): Promise<Section> {
  const [counts = {}] = await erp.read(countsQuery(erpSql), deadline());
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
  ];
  if (rows === '0') findings.push({ level: 'warning', text: 'the inventory is empty' });
  return { title: 'rows', facts: { rows: Number(rows) }, findings };
}

function countsQuery(erpSql: ErpSql) {
  const count = (column: InventoryColumn, comparison: 'is null' | '< 0') =>
    sql`count(case when ${columnOf(column)} ${sql.raw(comparison)} then 1 end)`;
  return erpSql
    .inventory()
    .select([
      sql`count(*)`.as('item_count'),
      ...NEVER_NULL.map((column) => count(column, 'is null').as(`no_${column}`)),
      ...QUANTITIES.map((column) => count(column, '< 0').as(`negative_${column}`)),
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
