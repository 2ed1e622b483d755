import { describeMapping } from '../describe-mapping.js';
import type { Erp, ErpColumn } from '../erp.js';
import type { ErpMapping } from '../mapping.js';
import type { Finding, Section } from './section.js';

/** Checks that the mapping returns every column with the right type. If it doesn't, `inventory` is null. */
export async function checkColumns(
  erp: Erp,
  mapping: ErpMapping,
  deadline: () => AbortSignal,
): Promise<{ section: Section; inventory: ErpColumn[] | null }> {
  const inventory = await describeMapping(erp, mapping, 'inventory', deadline());
  const customers = await describeMapping(erp, mapping, 'customers', deadline());
  const findings: Finding[] = [...inventory.problems, ...customers.problems].map((text) => ({
    level: 'problem',
    text,
  }));
  const fits = findings.length === 0;
  if (!fits) {
    findings.push({ level: 'remark', text: 'the other checks are skipped until the mapping is fixed' });
  }
  const facts = Object.fromEntries([
    ...inventory.columns.map(({ name, declared }) => [name, declared]),
    ...customers.columns.map(({ name, declared }) => [`customers.${name}`, declared]),
  ]);
  return { section: { title: 'mapping', facts, findings }, inventory: fits ? inventory.columns : null };
}
