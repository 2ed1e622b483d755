/**
 * What a column holds. Values are text, as the ERP prints them: decimals in their shortest form, integers, dates as
 * YYYY-MM-DD, and instants in the format of RFC 3339, in UTC with Z.
 */
export type CellType = 'text' | 'decimal' | 'integer' | 'date' | 'instant';

/** A column of an exported table. */
export interface TableColumn {
  /** For programs, such as partNumber: the header of CSV, NDJSON and Parquet. */
  name: string;
  /** For people, such as Part number: the header of XLSX. */
  title: string;
  type: CellType;
  /** In characters, for XLSX. */
  width?: number;
}

/** A value as text; null if there is none. */
export type Cell = string | null;

/** The cells of a row, in the order of the columns. */
export type Row = readonly Cell[];

/** A table to write. Its rows are read once, one batch at a time, and only as fast as the file is read. */
export interface Table {
  /** At least one, with different names. */
  columns: readonly TableColumn[];
  batches: AsyncIterable<readonly Row[]>;
  /** The name of the sheet in XLSX. */
  title: string;
  /** The labels and values of the sheet "About" in XLSX. Called once all rows are written. */
  about: () => readonly (readonly [label: string, value: string])[];
}
