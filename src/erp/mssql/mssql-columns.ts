import type { ErpColumn, ErpQuery, ErpRow } from '../erp.js';
import { quotedName } from '../quoted-name.js';

/** Whether a column has a collation. */
export function hasCollation({ type }: ErpColumn): boolean {
  return type === 'text';
}

/** The query for the collations of a SELECT's columns, and for their code pages. It reads no row of the SELECT. */
export function collationsOf(select: string, columns: readonly ErpColumn[]): ErpQuery {
  const expressions = columns.flatMap(({ name, declared }, index) => {
    // A cast keeps the collation, and sql_variant can't hold varchar(max). Some collations have no code page for varchar.
    const type = declared.startsWith('n') ? 'nvarchar(1)' : 'varchar(1)';
    const variant = `coalesce(cast(described.${quotedName(name, 'mssql')} as ${type}), '')`;
    const collation = `cast(sql_variant_property(${variant}, 'Collation') as nvarchar(128))`;
    const codePage = `cast(collationproperty(${collation}, 'CodePage') as int)`;
    return [`${collation} as collation_${index}`, `${codePage} as code_page_${index}`];
  });
  // The join condition is never true, so the server reads no row of the SELECT. The result is one row, in which the
  // columns have their collations.
  const from = `(select 1 as one) as once left join (${select}\n) as described on 1 = 0`;
  return { sql: `select ${expressions.join(', ')} from ${from}`, parameters: [] };
}

/** The same columns with what the row of that query says. */
export function withCollations(columns: readonly ErpColumn[], row: ErpRow): ErpColumn[] {
  return columns.map((column, index) => {
    const [collation, codePage] = [row[`collation_${index}`], row[`code_page_${index}`]];
    return { ...column, ...(collation && { collation }), ...(codePage && { codePage: Number(codePage) }) };
  });
}
