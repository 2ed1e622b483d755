import { ColumnValue, ColumnValueList, type ErpColumn, type ErpColumnType, type ErpQuery } from './erp.js';

/** The parameters of a query as the driver takes them. The server finds out their types by itself. */
export function valuesOf({ parameters }: ErpQuery): unknown[] {
  return parameters.map((value) => {
    if (value instanceof ColumnValue) return value.text;
    return value instanceof ColumnValueList ? value.texts : value;
  });
}

const TYPES: [pattern: RegExp, type: ErpColumnType][] = [
  [/^(text|character|character varying|citext)\b/, 'text'],
  [/^(smallint|integer|bigint)$/, 'integer'],
  [/^numeric\b/, 'decimal'],
  [/^(real|double precision)$/, 'float'],
  [/^date$/, 'date'],
  [/^timestamp(\(\d\))? with time zone$/, 'zoned timestamp'],
  [/^timestamp\b/, 'timestamp'],
];

/** A column that the server declares like this. */
export function toColumn(name: string, declared: string): ErpColumn {
  const type = TYPES.find(([pattern]) => pattern.test(declared))?.[1] ?? 'other';
  return { name, type, declared };
}
