import type { ErpColumn, ErpQuery, ErpRow } from '../erp.js';
import { quotedName } from '../quoted-name.js';

/** Whether to ask the server for a column's collation. The query uses sql_variant, which can't hold varchar(max). */
export function hasCollation({ type, declared }: ErpColumn): boolean {
  return type === 'text' && !declared.endsWith('(max)');
}

/** The query for the collations of a SELECT's columns, and for their code pages. It reads no row of the SELECT. */
export function collationsOf(select: string, columns: readonly ErpColumn[]): ErpQuery {
  const expressions = columns.flatMap(({ name }, index) => {
    const variant = `coalesce(described.${quotedName(name, 'mssql')}, '')`;
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
