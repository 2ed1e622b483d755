/** What an inspection found. */
export interface Verdict {
  /** What our login could change, each in a few words. */
  writes: readonly string[];
  /** What the mapping lacks, each in a sentence. */
  problems: readonly string[];
  /** Whether the ERP is asked all the same. */
  admitted: boolean;
}

/** The ERP answers, and isn't asked: our login could write there, or the mapping doesn't give what is needed. */
export class ErpUnfit extends Error {
  constructor(readonly verdict: Verdict) {
    const { writes, problems } = verdict;
    const reasons = writes.length > 0 ? [...problems, tooManyRights(writes)] : problems;
    super(`Portico can't work with this ERP:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
  }
}

const tooManyRights = (writes: readonly string[]) =>
  `the ERP login could write, as ${writes.join(', and ')}. Portico only reads: have it given SELECT on what the ` +
  'mapping reads, and nothing else. ERP_ALLOW_WRITABLE_LOGIN=true has it accepted as it is.';
