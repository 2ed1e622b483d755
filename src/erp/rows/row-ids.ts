import { isId } from '../../shared/id-format.js';

/** The maximum length of an id: SQL Server prints no more of a row's. */
const MAX_ROW_ID = 400;

/**
 * The ids that the row may have in the ERP which the API knows by this one; none if no row can have it. GraphQL's ID has UUIDs in
 * lower case, and SQL Server prints them in upper case.
 */
export function rowIdsOf(id: string): string[] {
  if (id.length > MAX_ROW_ID) return [];
  return isId(id) ? [id, id.toUpperCase()] : [id];
}
