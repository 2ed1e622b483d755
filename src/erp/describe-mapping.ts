import { type Erp, type ErpColumn, ErpStatementError } from './erp.js';
import { classifyFault } from './erp-fault.js';
import {
  type ErpMapping,
  type MappingColumns,
  mappingProblems,
  RELATION_NAMES,
  type Relation,
  UNKNOWN_COLUMNS,
} from './mapping.js';

/** The columns that a relation of the mapping returns, and its problems, one sentence each. */
interface DescribedRelation {
  columns: ErpColumn[];
  problems: string[];
}

/**
 * Asks the ERP which columns a relation of the mapping returns. A relation that isn't mapped has none.
 *
 * @throws what the ERP throws
 */
async function describeMapping(
  erp: Pick<Erp, 'describe' | 'dialect'>,
  mapping: ErpMapping,
  which: Relation,
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
    // If the ERP refuses the SELECT, that is a problem of the mapping.
    if (!(error instanceof ErpStatementError) && classifyFault(error) !== 'denied') throw error;
    return { columns: [], problems: [`${setting}: ${(error as Error).message}`] };
  }
}

/** The columns of all relations of the mapping, and all problems with them. @throws what the ERP throws */
export async function describeRelations(
  erp: Pick<Erp, 'describe' | 'dialect'>,
  mapping: ErpMapping,
  deadline: () => AbortSignal,
): Promise<{ columns: MappingColumns; problems: string[] }> {
  const columns: Record<Relation, readonly ErpColumn[]> = { ...UNKNOWN_COLUMNS };
  const problems: string[] = [];
  for (const which of RELATION_NAMES) {
    const described = await describeMapping(erp, mapping, which, deadline());
    columns[which] = described.columns;
    problems.push(...described.problems);
  }
  return { columns, problems };
}
