import { type QueryClient, useQuery } from '@tanstack/react-query';
import { about } from './about';
import { DAY_MS, dayIn } from './days';

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
