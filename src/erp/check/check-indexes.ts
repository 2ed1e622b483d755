import type { Erp, ErpColumn, ErpColumnSource } from '../erp.js';
import type { ErpMapping } from '../mapping.js';
import { mssqlSources } from '../mssql/mssql-sources.js';
import { quotedName } from '../quoted-name.js';
import { mssqlIndexes } from './mssql-indexes.js';
import { postgresIndexes } from './postgres-indexes.js';
import type { Finding, Section } from './section.js';
import type { Index } from './table-index.js';

/** The mapping, and the columns that its inventory returns. */
export interface IndexOptions {
  mapping: ErpMapping;
  columns: readonly ErpColumn[];
}

const GENERAL_ADVICE =
  'an index on the customer column, followed by part number and row id, serves nearly all queries';

/** Checks whether an index serves the portal's queries, as far as the mapping's columns can be traced to a table. */
export async function checkIndexes(
  erp: Erp,
  { mapping, columns }: IndexOptions,
  deadline: () => AbortSignal,
): Promise<Section> {
  const sources =
    erp.dialect === 'mssql'
      ? await mssqlSources(erp, { select: mapping.inventory, behind: 'tables' }, deadline())
      : new Map(columns.flatMap(({ name, source }) => (source ? [[name, source] as const] : [])));
  const customer = sources.get('customer_name');
  if (!customer)
    return undetermined({}, 'the table that the customer column comes from cannot be determined');
  const facts = { customerColumn: `${tableOf(customer)}.${customer.column}` };
  const indexes = await (erp.dialect === 'mssql' ? mssqlIndexes : postgresIndexes)(erp, customer, deadline());
  const table = tableOf(customer);
  if (!indexes)
    return undetermined(
      facts,
      `the indexes of ${table} cannot be seen: it is a view, or the login may not see them`,
    );

  const wanted = ['customer_name', 'part_number', 'row_id'].flatMap((name) => {
    const source = sources.get(name);
    return source && tableOf(source) === table ? [source.column] : [];
  });
  const allInTable = wanted.length === 3;
  const { index, finding } = advise(erp, customer, allInTable ? wanted : [customer.column], indexes);
  const findings: Finding[] = finding ? [finding] : [];
  if (!allInTable) {
    findings.push({
      level: 'remark',
      text: `part number or row id is computed, or is not a column of ${table}: create indexes on the columns that join the tables`,
    });
  }
  return { title: 'indexes', facts: { ...facts, index }, findings };
}

const tableOf = ({ schema, table }: ErpColumnSource) => `${schema}.${table}`;

function undetermined(facts: Section['facts'], why: string): Section {
  return {
    title: 'indexes',
    facts,
    findings: [{ level: 'remark', text: `${why}. In general, ${GENERAL_ADVICE}` }],
  };
}

/** The best of the indexes, and advice if a better one is possible. */
function advise(
  erp: Erp,
  customer: ErpColumnSource,
  wanted: readonly string[],
  indexes: readonly Index[],
): { index: string | null; finding: Finding | null } {
  const depthOf = ({ columns }: Index) => {
    const differs = wanted.findIndex((column, place) => columns[place] !== column);
    return differs < 0 ? wanted.length : differs;
  };
  const [best] = [...indexes].sort((a, b) => depthOf(b) - depthOf(a));
  const depth = best ? depthOf(best) : 0;
  if (best && depth === wanted.length) return { index: best.name, finding: null };
  const quoted = (name: string) => quotedName(name, erp.dialect);
  const on = `${quoted(customer.schema)}.${quoted(customer.table)} (${wanted.map(quoted).join(', ')})`;
  const text =
    best && depth > 0
      ? `the index ${best.name} begins with the customer and does not go on with part number and row id: each page needs a sort`
      : `no index of ${tableOf(customer)} begins with ${customer.column}: each query reads the whole table`;
  const mend = `create index portico_inventory on ${on}`;
  return { index: depth > 0 && best ? best.name : null, finding: { level: 'warning', text, mend } };
}
