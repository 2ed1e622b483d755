import type { Random } from './demo-catalogue.js';

/** Amounts are counted in ten-thousandths. */
export const UNIT = 10_000n;
/** The currency of large numbers. */
export const LARGE_CURRENCY = 'IDR';
/** As JavaScript numbers, these would lose digits. */
const LONG_AMOUNTS = [1234567890123450067n, 90071992547409935n];

/** What an invoice is about. */
export function makeAmount(random: Random, currency: string): bigint {
  if (currency === LARGE_CURRENCY && random.oneIn(3)) return random.pick(LONG_AMOUNTS);
  const whole = BigInt(random.oneIn(6) ? random.int(10_000, 250_000) : random.int(20, 9_000));
  return whole * UNIT + (currency === 'JPY' ? 0n : BigInt(random.int(0, 99)) * 100n);
}

/** An amount without fractions of the smallest coin. */
export function rounded(amount: bigint, currency: string): bigint {
  const coin = currency === 'JPY' ? UNIT : UNIT / 100n;
  return (amount / coin) * coin;
}

/** An amount in its shortest form. */
export function printed(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -4)}${fraction && `.${fraction}`}`;
}
