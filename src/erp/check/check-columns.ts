import { type Erp, type ErpColumn, ErpStatementError } from '../erp.js';
import { faultOf } from '../fault.js';
import { type ErpMapping, mappingProblems } from '../mapping.js';
import type { Finding, Section } from './section.js';

/** Whether each column of the mapping comes, and as what it should. Where it doesn't, there are no columns to go on with. */
export async function checkColumns(
  erp: Erp,
  mapping: ErpMapping,
  deadline: () => AbortSignal,
): Promise<{ section: Section; inventory: ErpColumn[] | null }> {
  const inventory = await described(erp, mapping, 'inventory', deadline());
  const customers = await described(erp, mapping, 'customers', deadline());
  const findings: Finding[] = [...inventory.problems, ...customers.problems].map((text) => ({
    level: 'problem',
    text,
  }));
  const fits = findings.length === 0;
  if (!fits)
    findings.push({ level: 'remark', text: 'what comes next can be told once the mapping is mended' });
  const facts = Object.fromEntries([
    ...inventory.columns.map(({ name, declared }) => [name, declared]),
    ...customers.columns.map(({ name, declared }) => [`customers.${name}`, declared]),
  ]);
  return { section: { title: 'mapping', facts, findings }, inventory: fits ? inventory.columns : null };
}

interface Described {
  columns: ErpColumn[];
  problems: string[];
}

async function described(
  erp: Erp,
  mapping: ErpMapping,
  which: keyof ErpMapping,
  signal: AbortSignal,
): Promise<Described> {
  const select = mapping[which];
  if (select === null) return { columns: [], problems: [] };
  const setting = `ERP_${which.toUpperCase()}_SQL`;
  try {
    const columns = await erp.describe(select, signal);
    return { columns, problems: mappingProblems(columns, which).map((problem) => `${setting}: ${problem}`) };
  } catch (error) {
    if (!(error instanceof ErpStatementError) && faultOf(error) !== 'denied') throw error;
    return { columns: [], problems: [`${setting}: ${(error as Error).message}`] };
  }
}
