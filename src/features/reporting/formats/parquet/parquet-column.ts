import type { SchemaElement } from 'hyparquet-writer';
import { badUserInput } from '../../../../shared/errors.js';
import { epochDays, epochMilliseconds } from '../cell-values.js';
import type { Cell, CellType, TableColumn } from '../table.js';

/** A value as Parquet stores it: decimals are scaled, dates are days and instants milliseconds since 1970. */
export type ParquetValue = string | number | bigint | null;

const PRECISION = 38;
const SCALE = 10;
const DECIMAL = /^(-?\d{1,28})(?:\.(\d{1,10})0*)?$/;
const INTEGER = /^-?\d{1,19}$/;

/** How a type of cells is stored. */
interface Storage {
  element: Omit<SchemaElement, 'name' | 'repetition_type'>;
  /** Null for a value that can't be stored exactly. */
  toValue: (cell: string) => ParquetValue;
  wanted: string;
}

const STORAGE: Readonly<Record<CellType, Storage>> = {
  text: {
    element: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
    toValue: (cell) => cell,
    wanted: 'a text',
  },
  decimal: {
    element: {
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: 16,
      converted_type: 'DECIMAL',
      scale: SCALE,
      precision: PRECISION,
      logical_type: { type: 'DECIMAL', precision: PRECISION, scale: SCALE },
    },
    toValue: scaledDecimal,
    wanted: `a decimal with at most ${PRECISION - SCALE} digits before the point and ${SCALE} after it`,
  },
  integer: {
    // Without a logical type, because hyparquet-writer writes the one of integers so that other programs refuse the file.
    element: { type: 'INT64' },
    toValue: integerOf64Bits,
    wanted: 'an integer of 64 bits',
  },
  date: {
    element: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
    toValue: epochDays,
    wanted: 'a date that exists',
  },
  instant: {
    element: {
      type: 'INT64',
      converted_type: 'TIMESTAMP_MILLIS',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
    },
    toValue: (cell) => {
      const milliseconds = epochMilliseconds(cell);
      return milliseconds === null ? null : BigInt(milliseconds);
    },
    wanted: 'a time in UTC with milliseconds at most',
  },
};

/** A column in the schema of a file. Any column may have nulls. */
export function schemaElement({ name, type }: TableColumn): SchemaElement {
  return { name, repetition_type: 'OPTIONAL', ...STORAGE[type].element };
}

/**
 * A cell as Parquet stores it. Nothing is rounded.
 *
 * @param row counted from 1, for the error
 * @throws PorticoError if Parquet can't hold the value exactly
 */
export function parquetValue(cell: Cell, { name, type }: TableColumn, row: number): ParquetValue {
  if (cell === null) return null;
  const { toValue, wanted } = STORAGE[type];
  const value = toValue(cell);
  if (value !== null) return value;
  throw badUserInput({
    path: 'format',
    message: `PARQUET can't hold ${name} of row ${row} exactly: found "${cell.slice(0, 60)}"; wanted ${wanted}, or the format XLSX, CSV or NDJSON`,
    reason: 'NOT_ALLOWED',
  });
}

function scaledDecimal(cell: string): bigint | null {
  const [, whole, fraction = ''] = DECIMAL.exec(cell) ?? [];
  return whole === undefined ? null : BigInt(whole + fraction.padEnd(SCALE, '0'));
}

function integerOf64Bits(cell: string): bigint | null {
  if (!INTEGER.test(cell)) return null;
  const value = BigInt(cell);
  return BigInt.asIntN(64, value) === value ? value : null;
}
