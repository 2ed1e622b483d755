import { useLocale } from 'use-intl';
import styles from './quantity.module.css';

interface QuantityProps {
  /** A decimal as the server has it, such as `-45035996274511220.267648`; null if there is none. */
  value: string | null | undefined;
  unit?: string | null;
}

/** An amount with all its digits, in the viewer's separators. */
export function Quantity({ value, unit }: QuantityProps) {
  const locale = useLocale();
  if (value === null || value === undefined) return <span className={styles['none']}>–</span>;
  return (
    <span className={styles['quantity']}>
      {formatDecimal(value, locale)}
      {unit ? <span className={styles['unit']}> {unit}</span> : null}
    </span>
  );
}

/** Formats a decimal without a detour through a double: `Intl` takes its text, and keeps every digit. */
export function formatDecimal(value: string, locale: string): string {
  const decimals = Math.min(value.split('.')[1]?.length ?? 0, 100);
  return formatOf(locale, decimals).format(value as `${number}`);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Kept: to make one takes longer than all else of a quantity, and a scroll through a list shows thousands. */
function formatOf(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals });
  formats.set(key, made);
  return made;
}
