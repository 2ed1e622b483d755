import sql from 'mssql';
import { ColumnValue, ColumnValueList } from '../erp.js';
import { INTEGER_RANGES, type IntegerRange } from '../integer-types.js';
import { bytesOfList } from './mssql-list.js';
import { sentType, type TextType } from './mssql-text.js';

/** A value and its type, as the driver expects them. */
export interface Parameter {
  type: sql.ISqlType;
  value: unknown;
}

interface IntegerType extends IntegerRange {
  type: () => sql.ISqlType;
}

/** From the smallest to the largest: a value goes as its column's type, or as the next one that can hold it. */
const INTEGERS: [name: string, type: IntegerType][] = [
  ['tinyint', { type: sql.TinyInt, ...INTEGER_RANGES.tinyint }],
  ['smallint', { type: sql.SmallInt, ...INTEGER_RANGES.smallint }],
  ['int', { type: sql.Int, ...INTEGER_RANGES.int }],
  ['bigint', { type: sql.BigInt, ...INTEGER_RANGES.bigint }],
];
const TEXTS = { char: sql.Char, varchar: sql.VarChar, nchar: sql.NChar, nvarchar: sql.NVarChar } as const;

/**
 * A value of a query, as the type of the column that it is compared with. The server then doesn't convert the column,
 * and can use its indexes.
 */
export function toParameter(value: unknown): Parameter {
  if (typeof value === 'number') return { type: sql.Int(), value };
  if (value instanceof ColumnValueList) return { type: sql.VarBinary(sql.MAX), value: bytesOfList(value) };
  if (value === null) return { type: sql.NVarChar(4000), value };
  const given = value instanceof ColumnValue ? value : new ColumnValue(null, String(value));
  return asInteger(given) ?? { type: toSqlType(sentType(given)), value: given.text };
}

/** Null if the column holds no integers, or the text is not an integer of at most 64 bits. */
function asInteger({ column, text }: ColumnValue): Parameter | null {
  const smallest = INTEGERS.findIndex(([name]) => name === column?.declared);
  if (smallest < 0 || !/^-?\d{1,19}$/.test(text)) return null;
  const value = BigInt(text);
  const found = INTEGERS.slice(smallest).find(([, { min, max }]) => value >= min && value <= max);
  if (!found) return null;
  const [name, { type }] = found;
  return { type: type(), value: name === 'bigint' ? value : Number(value) };
}

function toSqlType({ name, length }: TextType): sql.ISqlType {
  return TEXTS[name](length === 'max' ? sql.MAX : length);
}
