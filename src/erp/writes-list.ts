import type { ErpRow } from './erp.js';

/** How many objects are named. */
export const NAMED = 5;

/** The first few in words, and how many more there are. Each row has their number in `total`. */
export function listed(rows: readonly ErpRow[], inWords: (row: ErpRow) => string, what: string): string[] {
  const more = Number(rows[0]?.['total'] ?? 0) - rows.length;
  return [...rows.map(inWords), ...(more > 0 ? [`the same on ${more} more ${what}`] : [])];
}
