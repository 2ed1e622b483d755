import { useFormatter } from 'use-intl';

interface TimeProps {
  /** A moment such as `2026-10-25T04:30:00Z`, or a day such as `2026-10-25`. */
  value: string | null | undefined;
  /** `day` leaves out the time of day. */
  detail?: 'day' | 'minute';
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** A moment in the viewer's zone, or a day, which is the same in every zone. */
export function Time({ value, detail = 'minute' }: TimeProps) {
  const format = useFormatter();
  if (!value) return <span>–</span>;
  const isDay = !value.includes('T');
  const text = isDay
    ? format.dateTime(new Date(`${value}T00:00:00Z`), { ...DAY, timeZone: 'UTC' })
    : format.dateTime(
        new Date(value),
        detail === 'day' ? DAY : { ...DAY, hour: 'numeric', minute: '2-digit' },
      );
  return <time dateTime={value}>{text}</time>;
}
