import type { WritePrivilege } from './erp.js';

/** What an inspection found. */
export interface Inspection {
  /** What our login could change. */
  writes: readonly WritePrivilege[];
  /** What the mapping lacks, each in a sentence. */
  problems: readonly string[];
  /** Whether the ERP is asked all the same. */
  admitted: boolean;
}

/** The ERP answers, and isn't asked: our login could write there, or the mapping doesn't give what is needed. */
export class ErpNotAdmitted extends Error {
  constructor(readonly inspection: Inspection) {
    const { writes, problems } = inspection;
    const reasons = writes.length > 0 ? [...problems, tooManyRights(writes)] : problems;
    super(`Portico can't work with this ERP:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
  }
}

function tooManyRights(writes: readonly WritePrivilege[]): string {
  const mends = writes.flatMap(({ mend }) => (mend === null ? [] : [`      ${mend};`]));
  return [
    `the ERP login could write, as ${writes.map(({ what }) => what).join(', and ')}. Portico only reads, and wants a ` +
      'login with SELECT on what the mapping reads and nothing else.',
    ...(mends.length > 0 ? ["    The ERP's DBA mends it with:", ...mends] : []),
    '    What it holds through a role or public is to be taken from there.',
    '    ERP_ALLOW_WRITABLE_LOGIN=true accepts it as it is.',
  ].join('\n');
}
