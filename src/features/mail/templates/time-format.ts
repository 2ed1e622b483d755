import { LRUCache } from 'lru-cache';

/** How the reader of a mail has times written. Null for what they have not chosen. */
export interface ReaderPreferences {
  /** A BCP 47 tag. */
  locale: string | null;
  /** An IANA name. */
  timeZone: string | null;
}

/** Writes times and days into the English text of a mail. */
export interface TimeFormat {
  /** A time with its time zone, such as "22 November 2026, 20:30 (Australia/Sydney)". @param time RFC 3339 */
  time(time: string): string;
  /** A day, such as "6 December 2026". @param day such as 2026-12-06 */
  day(day: string): string;
}

const DEFAULT_LOCALE = 'en-GB';
const DEFAULT_ZONE = 'UTC';
/** The form of dates that every reader of English knows, whatever calendar and digits their country uses. */
const ISO = { calendar: 'gregory', numberingSystem: 'latn' } as const;

/** Those that were used last: to make one takes longer than to write a whole mail. */
const formats = new LRUCache<string, TimeFormat>({ max: 100 });

/**
 * The format for a reader: order and clock are those of their locale, and the words are English, as the rest of the
 * mail. Without a locale they are as in Britain, and without a time zone the times are in UTC.
 */
export function timeFormatOf(reader: ReaderPreferences): TimeFormat {
  const key = JSON.stringify([reader.locale, reader.timeZone]);
  const format = formats.get(key) ?? makeFormat(reader);
  formats.set(key, format);
  return format;
}

function makeFormat({ locale, timeZone }: ReaderPreferences): TimeFormat {
  const zone = timeZone ?? DEFAULT_ZONE;
  const english = englishFor(locale);
  const clock = locale === null ? undefined : new Intl.Locale(locale).hourCycle;
  const date = { ...ISO, dateStyle: 'long' } as const;
  const days = new Intl.DateTimeFormat(english, { ...date, timeZone: DEFAULT_ZONE });
  const dates = new Intl.DateTimeFormat(english, { ...date, timeZone: zone });
  const clocks = new Intl.DateTimeFormat(english, {
    ...{ ...ISO, timeStyle: 'short', timeZone: zone },
    ...(clock !== undefined && { hourCycle: clock }),
  });
  return {
    time: (time) => {
      const at = new Date(time);
      const text = `${dates.format(at)}, ${clocks.format(at)}`;
      return zone === DEFAULT_ZONE ? `${text} ${zone}` : `${text} (${zone})`;
    },
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
  };
}

/** English as it is written in the country of a locale. */
function englishFor(locale: string | null): string {
  if (locale === null) return DEFAULT_LOCALE;
  const { region } = new Intl.Locale(locale).maximize();
  return region === undefined ? DEFAULT_LOCALE : `en-${region}`;
}
