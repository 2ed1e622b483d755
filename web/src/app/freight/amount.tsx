import { Quantity } from '../../parts/quantity';

/** The price of a booking. Until it is set, the contract has 0.00, which would be read as free. */
export function Amount({ totalAmount, currency }: { totalAmount: string; currency: string }) {
  return isPriced(totalAmount) ? <Quantity value={totalAmount} unit={currency} /> : <Quantity value={null} />;
}

/** Whether a booking has its price. */
export const isPriced = (totalAmount: string): boolean => /[1-9]/.test(totalAmount);
