/** A value that was read from the ERP, and when. */
export interface Reading<T> {
  value: T;
  /** When the ERP was asked. Its data may have changed since then. */
  asOf: Date;
  /** True if the ERP did not answer and this is its last good answer. */
  stale: boolean;
}

/** Creates readings. */
export const Reading = {
  /** A reading that needs no query, such as that of an empty scope. */
  now: <T>(value: T): Reading<T> => ({ value, asOf: new Date(), stale: false }),
};

/** The same reading with its value transformed. */
export function mapReading<T, U>(reading: Reading<T>, transform: (value: T) => U): Reading<U> {
  return { ...reading, value: transform(reading.value) };
}

/** The age of readings that are shown as one: that of the oldest, and stale if any of them is stale. */
export function combinedAge(readings: readonly [Reading<unknown>, ...Reading<unknown>[]]) {
  const asOf = new Date(Math.min(...readings.map((reading) => reading.asOf.getTime())));
  return { asOf, stale: readings.some(({ stale }) => stale) };
}
