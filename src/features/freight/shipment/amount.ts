import Big from 'big.js';
import { type FieldProblems, quoted } from '../../../shared/field-problems.js';
import { outOfRange } from '../../../shared/refusal-reasons.js';

/** Which amounts of money a field takes: at most so many digits before the point and so many decimals after it. */
export interface AmountRule {
  digits: number;
  decimals: number;
  zero: boolean;
}

/** A price: above 0 and below a million millions, to the cent. This is what the columns hold. */
const PRICE: AmountRule = { digits: 12, decimals: 2, zero: false };

/** An amount of money with all its decimals, such as 450.00. @param path where it stands in the input */
export function readAmount(
  amount: string,
  path: string,
  problems: FieldProblems,
  { digits, decimals, zero }: AmountRule = PRICE,
): string {
  const form = new RegExp(`^\\d{1,${digits}}(\\.\\d{1,${decimals}})?$`);
  if (form.test(amount) && (zero || /[1-9]/.test(amount))) return new Big(amount).toFixed(decimals);
  const least = zero ? 'of 0 or more' : 'above 0';
  const below = new Big(10).pow(digits).toFixed();
  problems.add(
    path,
    quoted(amount),
    `an amount ${least} and below ${below}, with at most ${decimals} decimals`,
    outOfRange({ ...(zero ? { min: 0 } : { above: 0 }), below: 10 ** digits, decimals }),
  );
  return amount;
}
