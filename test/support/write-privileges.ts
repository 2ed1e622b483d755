import type { Erp, WritePrivilege } from '../../src/erp/erp.js';

const never = new AbortController().signal;

/** All parts of what a login could change. */
export async function writePrivilegesOf(erp: Erp, ...selects: string[]): Promise<WritePrivilege[]> {
  const all: WritePrivilege[] = [];
  for await (const part of erp.writePrivileges(selects, () => never)) all.push(...part);
  return all;
}
