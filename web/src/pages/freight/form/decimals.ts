/** What stands between whole and decimal digits in a locale: a point or a comma. */
export const separatorOf = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';

/**
 * A number as people of the locale write it, as a decimal for the server. The other separator isn't guessed at: 1.250 is
 * one and a quarter to some, and more than a thousand to others.
 *
 * @param least what is read besides numbers above 0: 0 itself, if it is `zero`
 * @returns null unless it is such a number
 */
export function readDecimal(text: string, locale: string, least?: 'zero'): string | null {
  const separator = separatorOf(locale);
  const [whole = '', decimals, ...more] = text.trim().split(separator);
  const isNumber =
    /^\d+$/.test(whole) && (decimals === undefined || /^\d+$/.test(decimals)) && more.length === 0;
  if (!isNumber || (least !== 'zero' && !/[1-9]/.test(text))) return null;
  return decimals === undefined ? whole : `${whole}.${decimals}`;
}

/** A decimal of the server as people of the locale type it: without separators of thousands. */
export const writeDecimal = (value: string, locale: string): string =>
  value.replace('.', separatorOf(locale));
