import Big from 'big.js';
import { type FieldProblems, quote } from '../../../shared/field-problems.js';

/** Below a million millions, to the cent: what the column holds. */
const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;
const DECIMALS = 2;

/** An amount of money above 0, with two decimals such as 450.00. @param path where it stands in the input */
export function readAmount(amount: string, path: string, problems: FieldProblems): string {
  if (AMOUNT.test(amount) && /[1-9]/.test(amount)) return new Big(amount).toFixed(DECIMALS);
  problems.add(path, quote(amount), 'an amount above 0 and below 1000000000000, with at most 2 decimals');
  return amount;
}
