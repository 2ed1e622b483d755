/** The smallest and the largest value of an integer type. */
export interface IntegerRange {
  min: bigint;
  max: bigint;
}

const signed = (bits: bigint): IntegerRange => ({ min: -(2n ** (bits - 1n)), max: 2n ** (bits - 1n) - 1n });

/** The integer types of SQL Server and PostgreSQL, as the servers declare them, from the smallest to the largest. */
export const INTEGER_RANGES = {
  tinyint: { min: 0n, max: 255n },
  smallint: signed(16n),
  int: signed(32n),
  integer: signed(32n),
  bigint: signed(64n),
} satisfies Record<string, IntegerRange>;

const INTEGER = /^(0|-?[1-9]\d{0,18})$/;

/** Whether a text is an integer that a type can hold, written as servers print it. */
export function isIntegerOf(declared: string, text: string): boolean {
  const range = new Map<string, IntegerRange>(Object.entries(INTEGER_RANGES)).get(declared);
  if (!range || !INTEGER.test(text)) return false;
  const value = BigInt(text);
  return value >= range.min && value <= range.max;
}
