import type { Erp, ErpColumn, ErpColumnSource } from '../erp.js';
import type { ErpMapping, MappingColumns, Relation } from '../mapping.js';
import { mssqlSources } from '../mssql/mssql-sources.js';
import { quotedName } from '../quoted-name.js';
import { mssqlIndexes } from './mssql-indexes.js';
import { postgresIndexes } from './postgres-indexes.js';
import type { Finding, Section } from './section.js';
import type { Index } from './table-index.js';

type IndexResult = Pick<Section, 'facts' | 'findings'>;

/** A relation of the mapping, and what its pages are ordered by. */
interface IndexedRelation {
  which: Exclude<Relation, 'customers'>;
  select: string;
  columns: readonly ErpColumn[];
}

/** The columns of the index that serves nearly all queries of a relation, and what the second one is called. */
const WANTED = {
  inventory: { second: 'part_number', called: 'part number' },
  invoices: { second: 'issued_on', called: 'the day of issue' },
  payments: { second: 'paid_on', called: 'the day of payment' },
} as const;

/** Checks whether an index serves the portal's queries, of each relation that is mapped; see `checkIndex`. */
export async function checkIndexes(
  erp: Erp,
  { mapping, columns }: { mapping: ErpMapping; columns: MappingColumns },
  deadline: () => AbortSignal,
): Promise<Section> {
  const all: Section = { title: 'indexes', facts: {}, findings: [] };
  for (const which of ['inventory', 'invoices', 'payments'] as const) {
    const select = mapping[which];
    if (select === null) continue;
    const { facts, findings } = await checkIndex(erp, { which, select, columns: columns[which] }, deadline);
    const prefix = which === 'inventory' ? '' : `${which}.`;
    for (const [name, value] of Object.entries(facts)) all.facts[`${prefix}${name}`] = value;
    all.findings.push(...findings);
  }
  return all;
}

/** Whether an index serves the queries of a relation, as far as its columns can be traced to a table. */
async function checkIndex(
  erp: Erp,
  { which, select, columns }: IndexedRelation,
  deadline: () => AbortSignal,
): Promise<IndexResult> {
  const { second, called } = WANTED[which];
  const advice = `an index on the customer column, followed by ${called} and row id, serves nearly all queries`;
  const undetermined = (facts: Section['facts'], why: string): IndexResult => ({
    facts,
    findings: [{ level: 'remark', text: `${why}. In general, ${advice}` }],
  });
  const sources =
    erp.dialect === 'mssql'
      ? await mssqlSources(erp, { select, behind: 'tables' }, deadline())
      : new Map(columns.flatMap(({ name, source }) => (source ? [[name, source] as const] : [])));
  const customer = sources.get('customer_name');
  if (!customer) {
    const of = which === 'inventory' ? '' : ` of the ${which}`;
    return undetermined({}, `the table that the customer column${of} comes from cannot be determined`);
  }
  const facts = { customerColumn: `${tableOf(customer)}.${customer.column}` };
  const indexes = await (erp.dialect === 'mssql' ? mssqlIndexes : postgresIndexes)(erp, customer, deadline());
  const table = tableOf(customer);
  if (!indexes)
    return undetermined(
      facts,
      `the indexes of ${table} cannot be seen: it is a view, or the login may not see them`,
    );

  const wanted = ['customer_name', second, 'row_id'].flatMap((name) => {
    const source = sources.get(name);
    return source && tableOf(source) === table ? [source.column] : [];
  });
  const allInTable = wanted.length === 3;
  const { index, finding } = advise(
    erp,
    { which, customer },
    allInTable ? wanted : [customer.column],
    indexes,
  );
  const findings: Finding[] = finding ? [finding] : [];
  if (!allInTable) {
    findings.push({
      level: 'remark',
      text: `${called} or row id is computed, or is not a column of ${table}: create indexes on the columns that join the tables`,
    });
  }
  return { facts: { ...facts, index }, findings };
}

const tableOf = ({ schema, table }: ErpColumnSource) => `${schema}.${table}`;

/** The best of the indexes, and advice if a better one is possible. */
function advise(
  erp: Erp,
  { which, customer }: { which: keyof typeof WANTED; customer: ErpColumnSource },
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
      ? `the index ${best.name} begins with the customer and does not go on with ${WANTED[which].called} and row id: each page needs a sort`
      : `no index of ${tableOf(customer)} begins with ${customer.column}: each query reads the whole table`;
  const mend = `create index portico_${which} on ${on}`;
  return { index: depth > 0 && best ? best.name : null, finding: { level: 'warning', text, mend } };
}
