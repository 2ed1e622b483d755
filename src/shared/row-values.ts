/** A row of the ERP as text; null if the column is null. */
type Row = Readonly<Record<string, string | null>>;

/** Called with the column of a value that can't be shown. */
export type OnUnshown = (column: string) => void;

/** A value that must not be null according to docs/erp.md. @throws Error if it is */
export function required(row: Row, column: string): string {
  const value = row[column];
  if (value === null || value === undefined) {
    throw new Error(`the ERP mapping returned no ${column}; docs/erp.md says that it is never null`);
  }
  return value;
}

/** A decimal in its shortest form. An ERP prints all digits of a column's scale, such as 5.0000000000 for 5. */
export function decimal(row: Row, column: string): string {
  return shortest(required(row, column));
}

/** The same of a text. */
export const shortest = (printed: string): string =>
  printed.includes('.') ? printed.replace(/\.?0+$/, '') : printed;
