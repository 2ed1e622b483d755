import {
  ColumnValue,
  ColumnValueList,
  type ErpColumn,
  type ErpColumnType,
  type ErpQuery,
  type ErpRow,
} from '../erp.js';

/** The parameters of a query, as the driver expects them. The server infers their types. */
export function valuesOf({ parameters }: ErpQuery): unknown[] {
  return parameters.map((value) => {
    if (value instanceof ColumnValue) return value.text;
    return value instanceof ColumnValueList ? value.texts : value;
  });
}

/** Keeps every value as the server's own text, so that nothing is rounded, shifted or reinterpreted. */
export const AS_TEXT = { getTypeParser: () => (value: string) => value };

const TYPES: [pattern: RegExp, type: ErpColumnType][] = [
  [/^(text|character|character varying|bpchar|citext)\b/, 'text'],
  [/^(smallint|integer|bigint)$/, 'integer'],
  [/^numeric\b/, 'decimal'],
  [/^(real|double precision)$/, 'float'],
  [/^date$/, 'date'],
  [/^timestamp(\(\d\))? with time zone$/, 'zoned timestamp'],
  [/^timestamp\b/, 'timestamp'],
];

/** Looks up the ids that come with a result: the type of each column, and the table column that it comes from. */
export const DESCRIBE_COLUMNS = `
  select format_type(d.type, d.modifier) as declared, n.nspname as schema, c.relname as table, a.attname as column
  from unnest($1::oid[], $2::int4[], $3::oid[], $4::int2[]) with ordinality as d(type, modifier, relation, number, place)
  left join pg_attribute as a on a.attrelid = d.relation and a.attnum = d.number
  left join pg_class as c on c.oid = a.attrelid
  left join pg_namespace as n on n.oid = c.relnamespace
  order by d.place`;

/** A column, from the row that `DESCRIBE_COLUMNS` returns for it. */
export function toColumn(name: string, { declared, schema, table, column }: ErpRow): ErpColumn {
  const type = TYPES.find(([pattern]) => pattern.test(declared ?? ''))?.[1] ?? 'other';
  const source = schema && table && column ? { source: { schema, table, column } } : {};
  const padded = /^(character(?! varying)|bpchar)\b/.test(declared ?? '');
  // A result doesn't say whether its columns may be null.
  return { name, type, declared: declared ?? '', padded, nullable: true, ...source };
}
