import type { Erp } from '../erp.js';
import { type ErpMapping, selectsOf } from '../mapping.js';
import { firstFound } from '../privilege-scan.js';
import type { Section } from './section.js';

/** Whether a login that could write is accepted, and what the mapping reads. */
export interface LoginOptions {
  allowWritable: boolean;
  mapping: ErpMapping;
}

/** Reports what our login could change, with the statements that would revoke that. */
export async function checkLogin(
  erp: Erp,
  { allowWritable, mapping }: LoginOptions,
  deadline: () => AbortSignal,
): Promise<Section> {
  const parts = erp.writePrivileges(selectsOf(mapping), deadline);
  const writePrivileges = await firstFound(parts[Symbol.asyncIterator]());
  const level = allowWritable ? 'warning' : 'problem';
  const findings: Section['findings'] = writePrivileges.map(({ what, mend }) => ({
    level,
    text: what,
    ...(mend && { mend }),
  }));
  if (writePrivileges.length > 0) {
    const text = allowWritable
      ? 'ERP_ALLOW_WRITABLE_LOGIN=true accepts such a login'
      : 'Portico does not start with such a login. Privileges held through a role or a schema must be revoked there';
    findings.push({ level: 'remark', text });
  }
  return { title: 'login', facts: { readOnly: writePrivileges.length === 0 }, findings };
}
