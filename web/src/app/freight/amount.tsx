import { Quantity } from '../../parts/quantity';

interface AmountProps {
  totalAmount: string;
  currency: string;
  /** Whether it is set. Until it is, the contract has 0.00, which would be read as free. */
  priced: boolean;
}

/** The price of a booking. */
export function Amount({ totalAmount, currency, priced }: AmountProps) {
  return priced ? <Quantity value={totalAmount} unit={currency} /> : <Quantity value={null} />;
}
