/** What was read of the ERP, and when. */
export interface Reading<T> {
  value: T;
  /** When the ERP was asked: it may know more since. */
  asOf: Date;
  /** True where the ERP did not answer and this is its last good answer. */
  stale: boolean;
}

/** What needs no asking: nothing is within an empty scope. */
export function knownNow<T>(value: T): Reading<T> {
  return { value, asOf: new Date(), stale: false };
}

/** The same reading, seen as something else. */
export function readAs<T, U>(reading: Reading<T>, see: (value: T) => U): Reading<U> {
  return { ...reading, value: see(reading.value) };
}

/** The age of two readings that are shown as one: that of the older, and stale where either is. */
export function ageOfBoth(one: Reading<unknown>, other: Reading<unknown>) {
  const [older] = [one, other].sort((a, b) => a.asOf.getTime() - b.asOf.getTime()) as [Reading<unknown>];
  return { asOf: older.asOf, stale: one.stale || other.stale };
}
