import { type QueryClient, useQuery } from '@tanstack/react-query';
import { about } from './about';

const DAY_MS = 86_400_000;

/** The day in a time zone, such as 2026-11-29. */
function dayIn(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone, calendar: 'iso8601', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Today where the portal's days begin and end. @throws ApiError if that can't be asked for */
export async function askToday(client: QueryClient): Promise<string> {
  const { portal } = await client.ensureQueryData(about);
  return dayIn(portal.freight.timeZone, new Date());
}

/** The same; null until it is known. */
export function useToday(): string | null {
  const { data } = useQuery(about);
  return data ? dayIn(data.portal.freight.timeZone, new Date()) : null;
}

/** How many days are left until a last day: 0 on that day itself; null if it isn't known. */
export function useDaysLeft(lastDay: string | null): number | null {
  const today = useToday();
  return lastDay && today ? (Date.parse(lastDay) - Date.parse(today)) / DAY_MS : null;
}

/** The day that many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
