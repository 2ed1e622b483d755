import type { ErpRow, WritePrivilege } from './erp.js';

/** Asks the ERP one question. */
export type Read = (sql: string) => Promise<ErpRow[]>;

/** How many objects are named. */
export const MAX_NAMED = 5;

/** The first few, and how many more there are. Each row has their number in `total`. */
export function describePrivileges(
  rows: readonly ErpRow[],
  writeOf: (row: ErpRow) => WritePrivilege,
  what: string,
): WritePrivilege[] {
  const more = Number(rows[0]?.['total'] ?? 0) - rows.length;
  const rest = more > 0 ? [{ what: `the same on ${more} more ${what}`, mend: null }] : [];
  return [...rows.map(writeOf), ...rest];
}
