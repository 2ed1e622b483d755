import type { ErpDialectName } from './erp.js';

/** A name as a quoted identifier for a statement, whatever characters it has. */
export function quotedName(name: string, dialect: ErpDialectName): string {
  return dialect === 'mssql' ? `[${name.replaceAll(']', ']]')}]` : `"${name.replaceAll('"', '""')}"`;
}
