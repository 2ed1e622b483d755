import { describeRelations } from '../describe-mapping.js';
import type { Erp, ErpColumn } from '../erp.js';
import { type ErpMapping, type MappingColumns, RELATION_NAMES } from '../mapping.js';
import { findsEveryCase } from '../mssql/mssql-text.js';
import type { Finding, Section } from './section.js';

/** The columns of which a filter names a value or its beginning. */
const FILTERED = new Set(['part_number', 'warehouse', 'bin', 'lot', 'status', 'invoice_number']);

/** Checks that the mapping returns every column with the right type. If it doesn't, `columns` is null. */
export async function checkColumns(
  erp: Erp,
  mapping: ErpMapping,
  deadline: () => AbortSignal,
): Promise<{ section: Section; columns: MappingColumns | null }> {
  const { columns, problems } = await describeRelations(erp, mapping, deadline);
  const findings: Finding[] = problems.map((text) => ({ level: 'problem', text }));
  const fits = findings.length === 0;
  if (!fits) {
    findings.push({ level: 'remark', text: 'the other checks are skipped until the mapping is fixed' });
  }
  const prefixed = RELATION_NAMES.map((which) => ({
    which,
    prefix: which === 'inventory' ? '' : `${which}.`,
  }));
  const facts = Object.fromEntries(
    prefixed.flatMap(({ which, prefix }) =>
      columns[which].map(({ name, declared }) => [`${prefix}${name}`, declared]),
    ),
  );
  findings.push(...prefixed.flatMap(({ which, prefix }) => paddedFindings(columns[which], prefix)));
  if (erp.dialect === 'mssql') {
    findings.push(...prefixed.flatMap(({ which, prefix }) => collationFindings(columns[which], prefix)));
  }
  return { section: { title: 'mapping', facts, findings }, columns: fits ? columns : null };
}

function paddedFindings(columns: readonly ErpColumn[], prefix: string): Finding[] {
  const padded = columns.filter((column) => column.padded).map(({ name }) => `${prefix}${name}`);
  if (padded.length === 0) return [];
  const text = `filled up with blanks to a fixed length: ${padded.join(', ')}. Values are given without these blanks`;
  return [{ level: 'remark', text }];
}

/** Names the columns on which a filter can't use an index, because its comparison would not find every case. */
function collationFindings(columns: readonly ErpColumn[], prefix: string): Finding[] {
  const scanned = columns
    .filter((column) => FILTERED.has(column.name) && !findsEveryCase(column))
    .map(({ name, collation = 'unknown collation' }) => `${prefix}${name} (${collation})`);
  if (scanned.length === 0) return [];
  const text = `by their collation, letters may not be equal in every case: ${scanned.join(', ')}. Filters can't use an index on them`;
  return [{ level: 'remark', text }];
}
