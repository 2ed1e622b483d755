import { BYTE_CASTS } from './t-sql-bytes.js';
import { catalogue } from './t-sql-catalogue.js';
import { type CollationName, collationFunctions } from './t-sql-collation.js';
import { FUNCTIONS, NUL_STAND_IN, PATTERN } from './t-sql-functions.js';
import { RIGHTS } from './t-sql-rights.js';

const TYPES = ['varchar', 'nvarchar'] as const;
const OPERATORS = [
  ['=', 'bpchareq'],
  ['<>', 'bpcharne'],
  ['<', 'bpcharlt'],
  ['<=', 'bpcharle'],
  ['>', 'bpchargt'],
  ['>=', 'bpcharge'],
] as const;
/** What a text is converted to where it is compared with one of these, by data type precedence. */
const STRONGER = ['int', 'bigint', 'numeric', 'date', 'timestamp'] as const;

/**
 * Statements that give PostgreSQL the text types of SQL Server in a schema of their own: blank-padded comparison by a
 * collation, conversions, LIKE, and the functions that the portal uses. PostgreSQL then judges types by itself, and
 * what isn't here is an error.
 */
export function tSqlTypes(collation: CollationName): string[] {
  return [
    'create schema tsql',
    foldFunction(collation),
    PATTERN,
    ...TYPES.flatMap(textType),
    'create cast (tsql.varchar as tsql.nvarchar) without function as implicit',
    ...TYPES.flatMap((type) => comparisons(type, collation)),
    ...STRONGER.flatMap(conversions),
    ...FUNCTIONS,
    ...RIGHTS,
    ...catalogue(collation),
    ...BYTE_CASTS,
    ...collationFunctions(collation),
  ];
}

/** A text as the collation sees it. A NUL weighs nothing where the collation isn't binary. */
function foldFunction(collation: CollationName): string {
  const folded =
    collation === 'Latin1_General_BIN2'
      ? '$1'
      : `lower(regexp_replace(normalize($1, nfkd), '[\u0300-\u036f${NUL_STAND_IN}]', '', 'g'))`;
  return `create function tsql.fold(text) returns text language sql immutable strict parallel safe
          return ${folded}`;
}

/** A type that is stored as PostgreSQL stores its own, and is no other to it. */
function textType(name: (typeof TYPES)[number]): string[] {
  const type = `tsql.${name}`;
  const internal = (suffix: string, args: string, returns: string, source: string) =>
    `create function ${type}_${suffix}(${args}) returns ${returns} language internal immutable strict as '${source}'`;
  return [
    `create type ${type}`,
    internal('in', 'cstring, oid, int4', type, 'varcharin'),
    internal('out', type, 'cstring', 'varcharout'),
    internal('typmod_in', 'cstring[]', 'int4', 'varchartypmodin'),
    internal('typmod_out', 'int4', 'cstring', 'varchartypmodout'),
    `create type ${type} (input = ${type}_in, output = ${type}_out, typmod_in = ${type}_typmod_in,
       typmod_out = ${type}_typmod_out, like = pg_catalog.varchar, category = 'S', collatable = true)`,
    internal('cut', `${type}, int4, boolean`, type, 'varchar'),
    `create cast (${type} as ${type}) with function ${type}_cut(${type}, int4, boolean) as implicit`,
    `create cast (${type} as text) without function`,
    `create cast (text as ${type}) without function as assignment`,
    `create function tsql.lower(${type}) returns ${type} language internal immutable strict as 'lower'`,
    // Trailing zero bytes don't count where SQL Server compares bytes.
    `create function ${type}_bytes(${type}) returns bytea language sql immutable strict
       return convert_to(rtrim($1::text, '${NUL_STAND_IN}'), 'UTF8')`,
    `create cast (${type} as bytea) with function ${type}_bytes(${type})`,
    `create function ${type}_of_time(timestamp) returns ${type} language sql immutable strict
       return to_char($1, 'YYYY-MM-DD HH24:MI:SS.MS')::${type}`,
    `create cast (timestamp as ${type}) with function ${type}_of_time(timestamp)`,
  ];
}

/** Operators, order and aggregates by the collation. PostgreSQL's char(n) is blank-padded too, and serves as model. */
function comparisons(name: (typeof TYPES)[number], collation: CollationName): string[] {
  const type = `tsql.${name}`;
  const binary = collation === 'Latin1_General_BIN2';
  const operand = (n: number) => `cast(tsql.fold($${n}::text) as bpchar)`;
  const body = (source: string) =>
    binary
      ? `language internal immutable strict as '${source}'`
      : `language sql immutable strict return pg_catalog.${source}(${operand(1)}, ${operand(2)})`;
  const picked = (operator: string, source: string) =>
    binary
      ? `language internal immutable strict as '${source}'`
      : `language sql immutable strict return case when $1 operator(tsql.${operator}) $2 then $1 else $2 end`;
  const define = (suffix: string, returns: string, how: string) =>
    `create function ${type}_${suffix}(${type}, ${type}) returns ${returns} ${how}`;
  const strategies = ['<', '<=', '=', '>=', '>'].map(
    (operator, index) => `operator ${index + 1} tsql.${operator}`,
  );
  return [
    ...OPERATORS.flatMap(([operator, source]) => [
      define(source, 'boolean', body(source)),
      `create operator tsql.${operator} (leftarg = ${type}, rightarg = ${type}, function = ${type}_${source})`,
    ]),
    define('cmp', 'int4', body('bpcharcmp')),
    `create operator class tsql.${name}_ops default for type ${type} using btree as
       ${strategies.join(', ')}, function 1 ${type}_cmp(${type}, ${type})`,
    define('larger', type, picked('>', 'bpchar_larger')),
    define('smaller', type, picked('<', 'bpchar_smaller')),
    `create aggregate tsql.max(${type}) (sfunc = ${type}_larger, stype = ${type}, sortop = operator(tsql.>))`,
    `create aggregate tsql.min(${type}) (sfunc = ${type}_smaller, stype = ${type}, sortop = operator(tsql.<))`,
    define(
      'like',
      'boolean',
      'language sql immutable strict return tsql.fold($1::text) ~ tsql.pattern($2::text)',
    ),
    `create operator tsql.~~ (leftarg = ${type}, rightarg = ${type}, function = ${type}_like)`,
  ];
}

/** Comparisons with a stronger type, for which the text is converted. */
function conversions(stronger: (typeof STRONGER)[number]): string[] {
  const pairs = TYPES.flatMap((type) => [
    [`tsql.${type}`, stronger, `$1::text::${stronger}`, '$2'],
    [stronger, `tsql.${type}`, '$1', `$2::text::${stronger}`],
  ]);
  return pairs.flatMap(([left, right, first, second]) =>
    OPERATORS.flatMap(([operator, source]) => [
      `create function tsql.converted_${source}(${left}, ${right}) returns boolean language sql immutable strict
         return ${first} operator(pg_catalog.${operator}) ${second}`,
      `create operator tsql.${operator} (leftarg = ${left}, rightarg = ${right}, function = tsql.converted_${source})`,
    ]),
  );
}
