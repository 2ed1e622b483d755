import Big from 'big.js';
import { MAX_BALANCE } from './reward-entry.js';

const CENTS = 2;

/** The whole points that an amount earns, rounded down. */
export const pointsFor = (amount: string, pointsPerUnit: string): number =>
  wholePoints(new Big(amount).times(pointsPerUnit));

/** What points are worth, with all its decimals. */
export const worthOf = (points: number, pointValue: string): string =>
  new Big(points).times(pointValue).toFixed();

/** The most points that may be added to a price that others take a discount off already. */
export const pointsUpTo = (price: string, discount: string, pointValue: string): number =>
  wholePoints(new Big(price).minus(discount).div(pointValue));

/** A sum of discounts as money: to the cent, rounded down. */
export const toCents = (amount: string): string => new Big(amount).toFixed(CENTS, Big.roundDown);

/** What remains to pay of a price. */
export const payableOf = (price: string, discount: string): string =>
  new Big(price).minus(toCents(discount)).toFixed(CENTS);

const wholePoints = (points: Big): number =>
  points.gt(MAX_BALANCE) ? MAX_BALANCE : points.round(0, Big.roundDown).toNumber();
