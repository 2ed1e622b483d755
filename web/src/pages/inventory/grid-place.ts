/** Where the keyboard is in the grid. */
export interface GridPlace {
  /** The row, from 0; HEADER for the names of the columns. */
  row: number;
  /** The column, which matters in the header alone: rows are walked as wholes. */
  column: number;
}

/** The row of the names of the columns. */
export const HEADER = -1;

interface GridSize {
  /** Whether the names of the columns are shown. */
  hasHeader: boolean;
  rows: number;
  columns: number;
  /** How many rows are in sight. */
  page: number;
}

/** The place that a key leads to; null if it leads to none. @param key an arrow key's name is that of left-to-right text */
export function placeAfter(key: string, { row, column }: GridPlace, size: GridSize): GridPlace | null {
  if (row === HEADER) return placeAfterHeader(key, column, size);
  if (key === 'ArrowUp' && row === 0 && size.hasHeader) return { row: HEADER, column };
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: size.page,
    PageUp: -size.page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const step = steps[key];
  if (step === undefined || size.rows === 0) return null;
  return { row: Math.min(size.rows - 1, Math.max(0, row + step)), column };
}

function placeAfterHeader(key: string, column: number, size: GridSize): GridPlace | null {
  if (key === 'ArrowDown') return size.rows > 0 ? { row: 0, column } : null;
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const step = steps[key];
  if (step === undefined) return null;
  return { row: HEADER, column: Math.min(size.columns - 1, Math.max(0, column + step)) };
}
