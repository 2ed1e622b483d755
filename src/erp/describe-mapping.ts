import { type Erp, type ErpColumn, ErpStatementError } from './erp.js';
import { classifyFault } from './erp-fault.js';
import { type ErpMapping, mappingProblems } from './mapping.js';

/** What a relation of the mapping gives, and what is wrong with that, each in a sentence. */
export interface DescribedRelation {
  columns: ErpColumn[];
  problems: string[];
}

/** Asks the ERP what a relation of the mapping gives; nothing where it isn't mapped. @throws what the ERP throws */
export async function describeMapping(
  erp: Pick<Erp, 'describe' | 'dialect'>,
  mapping: ErpMapping,
  which: keyof ErpMapping,
  signal: AbortSignal,
): Promise<DescribedRelation> {
  const select = mapping[which];
  if (select === null) return { columns: [], problems: [] };
  const setting = `ERP_${which.toUpperCase()}_SQL`;
  try {
    const columns = await erp.describe(select, signal);
    const problems = mappingProblems(columns, which, erp.dialect);
    return { columns, problems: problems.map((problem) => `${setting}: ${problem}`) };
  } catch (error) {
    // That it won't take the SELECT is something that the mapping lacks.
    if (!(error instanceof ErpStatementError) && classifyFault(error) !== 'denied') throw error;
    return { columns: [], problems: [`${setting}: ${(error as Error).message}`] };
  }
}
