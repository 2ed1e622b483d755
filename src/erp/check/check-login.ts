import type { Erp } from '../erp.js';
import type { Section } from './section.js';

/**
 * Reports what our login could change, with the statements that would revoke that.
 *
 * @param allowWritable whether the settings accept a login that could write
 */
export async function checkLogin(erp: Erp, allowWritable: boolean, signal: AbortSignal): Promise<Section> {
  const writePrivileges = await erp.writePrivileges(signal);
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
