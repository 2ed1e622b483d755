/** The value of a point has at most six decimals. */
const DECIMALS = 6;
const UNITS_OF_A_CENT = 10_000n;

/** What is paid with points, and what a point is worth: decimals as the server has them. */
interface Price {
  totalAmount: string;
  pointValue: string;
}

/** What remains to pay with so many points, as the server calculates it: what is less than a cent isn't taken off. */
export function remainingWith({ totalAmount, pointValue }: Price, points: number): string {
  const worth = (BigInt(points) * unitsOf(pointValue)) / UNITS_OF_A_CENT;
  const cents = unitsOf(totalAmount) / UNITS_OF_A_CENT - worth;
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The most points that pay a price. */
export const pointsThatPay = ({ totalAmount, pointValue }: Price): number =>
  Number(unitsOf(totalAmount) / unitsOf(pointValue));

function unitsOf(decimal: string): bigint {
  const [whole = '', decimals = ''] = decimal.split('.');
  return BigInt(whole + decimals.padEnd(DECIMALS, '0'));
}
