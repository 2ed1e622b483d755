import type { Erp } from '../erp.js';
import { mssqlMend } from '../mssql-writes.js';
import { postgresMend } from '../postgres-writes.js';
import type { Section } from './section.js';

export interface LoginOptions {
  login: string;
  database: string;
  /** Whether the settings accept a login that could write. */
  allowWritable: boolean;
}

/** What our login could change, with the statements that would take that away. */
export async function checkLogin(erp: Erp, options: LoginOptions, signal: AbortSignal): Promise<Section> {
  const writes = await erp.writes(signal);
  const mendOf = erp.dialect === 'mssql' ? mssqlMend : postgresMend;
  const findings: Section['findings'] = writes.map((write) => {
    const mend = mendOf(write, options);
    return { level: options.allowWritable ? 'warning' : 'problem', text: write, ...(mend && { mend }) };
  });
  if (writes.length > 0) {
    const text = options.allowWritable
      ? 'ERP_ALLOW_WRITABLE_LOGIN=true accepts such a login'
      : 'Portico does not start with such a login. What it holds through a role or a schema is to be taken from there';
    findings.push({ level: 'remark', text });
  }
  return { title: 'login', facts: { readOnly: writes.length === 0 }, findings };
}
