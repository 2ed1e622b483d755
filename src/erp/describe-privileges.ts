import type { ErpRow, WritePrivilege } from './erp.js';

/** Runs one query on the ERP. */
export type Read = (sql: string, parameters?: readonly unknown[]) => Promise<ErpRow[]>;

/** How many objects are listed by name. */
const MAX_NAMED = 5;

/** Sorts rows by the names of their objects. */
export const byObject = (one: ErpRow, other: ErpRow) =>
  (one['object'] ?? '').localeCompare(other['object'] ?? '', 'en');

/**
 * Describes the first few objects, and says how many more there are.
 *
 * @param rows one row for each object
 * @param what the kind of the objects, in the plural
 */
export function describePrivileges(
  rows: readonly ErpRow[],
  toPrivilege: (row: ErpRow) => WritePrivilege,
  what: string,
): WritePrivilege[] {
  const more = rows.length - MAX_NAMED;
  const rest = more > 0 ? [{ what: `the same on ${more} more ${what}`, mend: null }] : [];
  return [...rows.slice(0, MAX_NAMED).map(toPrivilege), ...rest];
}
