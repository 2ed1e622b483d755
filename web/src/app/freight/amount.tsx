import { Quantity } from '../../parts/quantity';

interface Priced {
  totalAmount: string;
  /** The quote that it was booked of, if that is known. */
  quote?: object | null;
}

/** The price of a booking. Until it is set, the contract has 0.00, which would be read as free. */
export function Amount({ currency, ...priced }: Priced & { currency: string }) {
  return isPriced(priced) ? (
    <Quantity value={priced.totalAmount} unit={currency} />
  ) : (
    <Quantity value={null} />
  );
}

/** Whether a booking has its price. One of a quote always has, even if points have paid all of it. */
export const isPriced = ({ totalAmount, quote }: Priced): boolean =>
  Boolean(quote) || /[1-9]/.test(totalAmount);
