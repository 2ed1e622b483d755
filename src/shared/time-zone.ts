/** What a time zone must be, for messages that say what is wanted. */
export const TIME_ZONE_WANTED = 'UTC, or a time zone of the form Area/City such as Australia/Sydney';

/** Whether a text names a time zone. An abbreviation such as IST or CET names several ones, or one without summer time. */
export function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Z]\w+(\/[A-Z][\w-]+)+$/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
