import type { GraphQLResolveInfo } from 'graphql';
import { selectedFields } from '../../shared/selected-fields.js';

/** Which totals are read. */
export interface TotalsSelection {
  /** Whether different parts and bins are counted: the ERP sorts all rows for it, which takes most of the time. */
  different: boolean;
}

/** What a field that returns totals is asked for. */
export function totalsSelectedIn(info: GraphQLResolveInfo): TotalsSelection {
  const selected = selectedFields(info);
  return { different: selected.has('partCount') || selected.has('binCount') };
}
