import type { GraphQLResolveInfo } from 'graphql';
import { selects } from '../../shared/selects.js';

/** Which totals are read. */
export interface TotalsSelection {
  /** Whether different parts and bins are counted: the ERP sorts all rows for it, which takes most of the time. */
  different: boolean;
}

/** What a field that returns totals is asked for. */
export const totalsSelectedIn = (info: GraphQLResolveInfo): TotalsSelection => ({
  different: selects(info, ['partCount', 'binCount']),
});
