/** The day of the calendar that it is in a time zone, such as 2026-11-30. @param timeZone an IANA name */
export function dayIn(timeZone: string, at: Date): string {
  // This locale writes days in the order of ISO 8601.
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

/** The day some days later. @param day such as 2026-11-30 */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
