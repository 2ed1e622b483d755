import { Quantity } from './quantity';

interface MoneyProps {
  /** A decimal as the server has it, such as `-1234.5000`; null if there is none. */
  amount: string | null;
  /** The code of its currency, as whoever keeps the amount writes it. */
  currency: string;
}

/** An amount with all its digits, and as many decimals as its currency has at least. Its code tells which dollar it is. */
export function Money({ amount, currency }: MoneyProps) {
  return (
    <Quantity
      value={amount && withDecimals(amount, decimalsOf(currency))}
      unit={amount === null ? null : currency}
    />
  );
}

/** An amount without the zeros behind these decimals; as it is, if they are not known. */
function withDecimals(amount: string, decimals: number | null): string {
  if (decimals === null) return amount;
  const [whole = '', part = ''] = amount.split('.');
  const shown = part.replace(/0+$/, '').padEnd(decimals, '0');
  return shown ? `${whole}.${shown}` : whole;
}

const known = new Map<string, number | null>();

/** How many decimals a currency has; null for a code that is none. */
function decimalsOf(currency: string): number | null {
  const kept = known.get(currency);
  if (kept !== undefined) return kept;
  const decimals = askIntl(currency);
  known.set(currency, decimals);
  return decimals;
}

function askIntl(currency: string): number | null {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().minimumFractionDigits ?? null;
  } catch {
    // An ERP may have a word of its own.
    return null;
  }
}
