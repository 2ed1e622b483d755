import { BYTE_CASTS } from './t-sql-bytes.js';
import { TEXT_CASTS } from './t-sql-casts.js';
import { catalogue } from './t-sql-catalogue.js';
import { type CollationName, collationFunctions, foldFunction, loweredBy } from './t-sql-collation.js';
import { FUNCTIONS, NUL_STAND_IN, PATTERN } from './t-sql-functions.js';
import { RIGHTS } from './t-sql-rights.js';

/** The last is no type of SQL Server: a text that is compared by a binary collation, whatever the stock's own is. */
const TYPES = ['varchar', 'nvarchar', 'char', 'nchar', 'exact'] as const;
type TypeName = (typeof TYPES)[number];
const isPadded = (name: TypeName) => name === 'char' || name === 'nchar';
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
    ...TYPES.flatMap((type) => textType(type, collation)),
    ...TEXT_CASTS,
    ...TYPES.flatMap((type) => comparisons(type, type === 'exact' ? 'Latin1_General_BIN2' : collation)),
    ...STRONGER.flatMap(conversions),
    ...FUNCTIONS,
    ...RIGHTS,
    ...catalogue(collation),
    ...BYTE_CASTS,
    ...collationFunctions(collation),
  ];
}

/** A type that is stored as PostgreSQL stores its own, and is no other to it. */
function textType(name: TypeName, collation: CollationName): string[] {
  const type = `tsql.${name}`;
  const model = isPadded(name) ? 'bpchar' : 'varchar';
  const trimmed = name === 'char' ? 'tsql.varchar' : name === 'nchar' ? 'tsql.nvarchar' : type;
  const lowered = loweredBy(name === 'exact' ? 'Latin1_General_BIN2' : collation);
  const internal = (suffix: string, args: string, returns: string, source: string) =>
    `create function ${type}_${suffix}(${args}) returns ${returns} language internal immutable strict as '${source}'`;
  return [
    `create type ${type}`,
    internal('in', 'cstring, oid, int4', type, `${model}in`),
    internal('out', type, 'cstring', `${model}out`),
    internal('typmod_in', 'cstring[]', 'int4', `${model}typmodin`),
    internal('typmod_out', 'int4', 'cstring', `${model}typmodout`),
    `create type ${type} (input = ${type}_in, output = ${type}_out, typmod_in = ${type}_typmod_in,
       typmod_out = ${type}_typmod_out, like = pg_catalog.${model}, category = 'S', collatable = true)`,
    internal('cut', `${type}, int4, boolean`, type, model),
    `create cast (${type} as ${type}) with function ${type}_cut(${type}, int4, boolean) as implicit`,
    `create cast (${type} as text) without function`,
    `create cast (text as ${type}) without function as assignment`,
    `create function tsql.lower(${type}) returns ${type} language sql immutable strict return (${lowered})::${type}`,
    `create function tsql.rtrim(${type}) returns ${trimmed} language sql immutable strict
       return (pg_catalog.rtrim($1::text, ' '))::${trimmed}`,
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
function comparisons(name: TypeName, collation: CollationName): string[] {
  const type = `tsql.${name}`;
  const binary = collation === 'Latin1_General_BIN2';
  const folded = (n: number) => (binary ? `$${n}::text` : `tsql.fold($${n}::text)`);
  const operand = (n: number) => `cast(${folded(n)} as bpchar)`;
  const body = (source: string) =>
    binary
      ? `language internal immutable strict as '${source}'`
      : `language sql immutable strict return pg_catalog.${source}(${operand(1)}, ${operand(2)})`;
  // As an operator of the engine's own, it can be hashed.
  const compared = (operator: string) =>
    `language sql immutable return ${operand(1)} operator(pg_catalog.${operator}) ${operand(2)}`;
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
      define(source, 'boolean', binary ? body(source) : compared(operator)),
      `create operator tsql.${operator} (leftarg = ${type}, rightarg = ${type}, function = ${type}_${source}
         ${operator === '=' ? ', commutator = operator(tsql.=), hashes, restrict = eqsel, join = eqjoinsel' : ''})`,
    ]),
    `create function ${type}_hash(${type}) returns int4
       ${binary ? "language internal immutable strict as 'hashbpchar'" : `language sql immutable strict return hashbpchar(${operand(1)})`}`,
    `create operator class tsql.${name}_hash_ops default for type ${type} using hash as
       operator 1 tsql.=, function 1 ${type}_hash(${type})`,
    define('cmp', 'int4', body('bpcharcmp')),
    `create operator class tsql.${name}_ops default for type ${type} using btree as
       ${strategies.join(', ')}, function 1 ${type}_cmp(${type}, ${type})`,
    define('larger', type, picked('>', 'bpchar_larger')),
    define('smaller', type, picked('<', 'bpchar_smaller')),
    `create aggregate tsql.max(${type}) (sfunc = ${type}_larger, stype = ${type}, sortop = operator(tsql.>))`,
    `create aggregate tsql.min(${type}) (sfunc = ${type}_smaller, stype = ${type}, sortop = operator(tsql.<))`,
    define('like', 'boolean', `language sql immutable return ${folded(1)} ~ tsql.pattern(${folded(2)})`),
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
