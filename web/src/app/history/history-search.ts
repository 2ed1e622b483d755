import type { HistoryKind } from '../operations.generated';
import { readDay } from '../read-day';
import { readOneOf, readText } from '../search';

/** What a history consists of. */
export const HISTORY_KINDS = [
  'QUOTE',
  'BOOKING',
  'DELIVERY',
  'PHOTO',
  'INVOICE',
  'PAYMENT',
  'REWARD',
] as const satisfies readonly HistoryKind[];

/** What of a history its address says: `?kind=INVOICE&search=gate&from=2026-11-01`. */
export interface HistorySearch {
  kind?: HistoryKind | undefined;
  search?: string | undefined;
  /** The first and the last day. */
  from?: string | undefined;
  to?: string | undefined;
}

/** Reads the view of a history from its address. */
export const readHistorySearch = (search: Record<string, unknown>): HistorySearch => ({
  kind: readOneOf(HISTORY_KINDS, search['kind']),
  search: readText(search['search']),
  from: readDay(search['from']),
  to: readDay(search['to']),
});

/** Whether the view leaves entries out. */
export const isFiltered = ({ kind, search, from, to }: HistorySearch): boolean =>
  Boolean(kind || search || from || to);
