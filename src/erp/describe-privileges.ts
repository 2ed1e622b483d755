import type { ErpRow, WritePrivilege } from './erp.js';

/** Runs one query on the ERP. */
export type Read = (sql: string) => Promise<ErpRow[]>;

/** How many objects are listed by name. */
export const MAX_NAMED = 5;

/**
 * Describes the first few objects, and says how many more there are.
 *
 * @param rows one row for each of the first objects; `total` is the number of all of them
 * @param what the kind of the objects, in the plural
 */
export function describePrivileges(
  rows: readonly ErpRow[],
  toPrivilege: (row: ErpRow) => WritePrivilege,
  what: string,
): WritePrivilege[] {
  const more = Number(rows[0]?.['total'] ?? 0) - rows.length;
  const rest = more > 0 ? [{ what: `the same on ${more} more ${what}`, mend: null }] : [];
  return [...rows.map(toPrivilege), ...rest];
}
