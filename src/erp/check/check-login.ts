import type { Erp } from '../erp.js';
import type { Section } from './section.js';

/**
 * What our login could change, with the statements that would take that away.
 *
 * @param allowWritable whether the settings accept a login that could write
 */
export async function checkLogin(erp: Erp, allowWritable: boolean, signal: AbortSignal): Promise<Section> {
  const writes = await erp.writes(signal);
  const level = allowWritable ? 'warning' : 'problem';
  const findings: Section['findings'] = writes.map(({ what, mend }) => ({
    level,
    text: what,
    ...(mend && { mend }),
  }));
  if (writes.length > 0) {
    const text = allowWritable
      ? 'ERP_ALLOW_WRITABLE_LOGIN=true accepts such a login'
      : 'Portico does not start with such a login. What it holds through a role or a schema is to be taken from there';
    findings.push({ level: 'remark', text });
  }
  return { title: 'login', facts: { readOnly: writes.length === 0 }, findings };
}
