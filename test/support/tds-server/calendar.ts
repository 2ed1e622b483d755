const DAY_MS = 86_400_000;

/** Days from one day to another, both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/** The day so many days after another. */
export function dayAfter(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A time of day in units of 10^-scale seconds. @param time HH:MM:SS with or without a fraction */
export function timeUnits(time: string, scale: number): bigint {
  const [, hours = '', minutes = '', seconds = '', fraction = ''] =
    /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?$/.exec(time) ?? [];
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return BigInt(whole) * 10n ** BigInt(scale) + BigInt(fraction.padEnd(scale, '0').slice(0, scale) || '0');
}

/** The time of day of so many units, printed with `scale` digits. */
export function printTime(units: bigint, scale: number): string {
  const perSecond = 10n ** BigInt(scale);
  const whole = Number(units / perSecond);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return scale === 0 ? time : `${time}.${String(units % perSecond).padStart(scale, '0')}`;
}
