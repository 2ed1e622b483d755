/**
 * Formats an amount for readers, such as "AUD 1,249.50". Works on the text, because a float has too few digits.
 *
 * @param amount a decimal
 */
export const readableAmount = (amount: string, currency: string): string =>
  `${currency} ${amount.replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ',')}`;
