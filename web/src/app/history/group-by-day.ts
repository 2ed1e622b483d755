import { dayIn } from '../days';
import type { Entry } from './history-queries';

/** What happened on a day. */
export interface HistoryDay {
  /** YYYY-MM-DD. */
  day: string;
  entries: Entry[];
}

/** Entries by their days, in their order. @param timeZone of the portal's days, in which the ERP's are */
export function groupByDay(entries: readonly Entry[], timeZone: string | undefined): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const entry of entries) {
    const day = entry.on ?? dayIn(timeZone, new Date(entry.at));
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
