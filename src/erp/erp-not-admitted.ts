import type { WritePrivilege } from './erp.js';

/** The result of an inspection. */
export interface Inspection {
  /** The privileges by which our login could change something. */
  writePrivileges: readonly WritePrivilege[];
  /** The problems of the mapping, one sentence each. */
  problems: readonly string[];
  /** Whether the ERP may be queried. */
  admitted: boolean;
}

/** The ERP is up, but must not be queried: our login could write there, or the mapping lacks what is needed. */
export class ErpNotAdmitted extends Error {
  constructor(readonly inspection: Inspection) {
    const { writePrivileges, problems } = inspection;
    const reasons = writePrivileges.length > 0 ? [...problems, tooManyPrivileges(writePrivileges)] : problems;
    super(`Portico can't work with this ERP:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
  }
}

function tooManyPrivileges(writePrivileges: readonly WritePrivilege[]): string {
  const reasons = writePrivileges.map(({ what }) => what).join(', and ');
  const statements = writePrivileges.flatMap(({ mend }) => (mend === null ? [] : [`      ${mend};`]));
  return [
    `the ERP login could write, as ${reasons}. Portico only reads, and needs a login that has SELECT on what the ` +
      'mapping reads, and nothing else.',
    ...(statements.length > 0 ? ["    The ERP's DBA can fix this with:", ...statements] : []),
    '    Privileges that the login holds through a role or public must be revoked there.',
    '    To accept the login as it is, set ERP_ALLOW_WRITABLE_LOGIN=true.',
  ].join('\n');
}
