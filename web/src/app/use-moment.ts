import { useFormatter } from 'use-intl';

/** Gives a moment's time in the viewer's zone, with its date where that is not today. */
export function useMoment(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => {
    const moment = new Date(iso);
    const day = (date: Date) => format.dateTime(date, { dateStyle: 'short' });
    // A page may be open past midnight.
    const isToday = day(moment) === day(new Date());
    return format.dateTime(
      moment,
      isToday ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'medium' },
    );
  };
}
