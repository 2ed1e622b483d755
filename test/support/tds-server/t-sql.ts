import { nullsAsSmallest, type Token, type TokenKind } from './nulls-as-smallest.js';
import { SqlError, type SqlType, type Statement } from './sql-types.js';

const TOKENS: [kind: TokenKind, pattern: RegExp][] = [
  ['blank', /\s+/y],
  ['comment', /--[^\n]*/y],
  ['string', /N?'(?:[^']|'')*'/iy],
  ['name', /"(?:[^"]|"")*"|\[[^\]]*\]/y],
  ['variable', /@@?\w+/y],
  ['word', /[a-z_]\w*/iy],
  ['number', /\d+(?:\.\d+)?/y],
  ['sign', /<>|<=|>=|[-+*/%=<>(),.;]/y],
];

/** What PostgreSQL calls otherwise. */
const WORDS: Record<string, string> = {
  varchar: 'tsql.varchar',
  nvarchar: 'tsql.nvarchar',
  nchar: 'tsql.nchar',
  tinyint: 'smallint',
  datetime2: 'timestamp',
  bit: 'boolean',
};
const FUNCTIONS: Record<string, string> = { char: 'tsql.nchr', concat: 'tsql.concat', isnull: 'coalesce' };
/** The one collation that a text can be compared by instead of the stock's own, which is any other. */
const BINARY = 'latin1_general_bin2';
const GLOBALS: Record<string, string> = { '@@version': 'tsql.version()', '@@spid': '51' };

/**
 * A SELECT of T-SQL as PostgreSQL takes it where t-sql-types.ts has been: names, parameters and the order of nulls
 * differ, the types don't.
 *
 * @throws SqlError where it holds what can't be T-SQL, or a parameter that isn't given
 */
export function toPostgres({ sql, parameters }: Statement): string {
  const written = tokenize(sql).filter(({ kind }) => kind !== 'comment' && kind !== 'blank');
  const tokens = nullsAsSmallest(written.flatMap(withTypes));
  const declared = new Map(parameters.map(({ name, type }, index) => [`@${name}`, { type, index }]));
  const out: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at] as Token;
    const call = tokens[at + 1]?.text === '(' ? text.toLowerCase() : '';
    if (kind === 'variable') out.push(GLOBALS[text.toLowerCase()] ?? parameter(text, declared));
    else if (call === 'varbinary') {
      out.push('bytea');
      at += '(n)'.length;
    } else if (isOfAnyLength(tokens, at)) {
      out.push(WORDS[text.toLowerCase()] ?? text);
      at += '(n)'.length;
    } else if (call === 'convert') {
      // convert(type(n), value, style): the type follows from the value and the style.
      out.push('tsql.convert(');
      at = tokens.findIndex((token, index) => index > at && token.text === ',');
    } else out.push(translated(kind, text, call));
  }
  return out.join(' ').replaceAll(/ ?\. ?/g, '.');
}

/** What a collation makes of a text is a type here. And char is a type only after AS; else it is a function. */
function withTypes(token: Token, index: number, tokens: readonly Token[]): Token[] {
  const before = tokens[index - 1]?.text.toLowerCase();
  const word = token.text.toLowerCase();
  if (word === 'collate') return [];
  if (before === 'collate') return word === BINARY ? [{ kind: 'sign', text: '::tsql.exact' }] : [];
  return before === 'as' && word === 'char' ? [{ kind: 'sign', text: 'tsql.char' }] : [token];
}

/** Whether a type is one such as nvarchar(max). */
function isOfAnyLength(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at + 1]?.text === '(' &&
    tokens[at + 2]?.text.toLowerCase() === 'max' &&
    tokens[at + 3]?.text === ')'
  );
}

function translated(kind: TokenKind, text: string, call: string): string {
  if (kind === 'string') return text.replace(/^N/i, '');
  if (kind === 'name') return text.replace(/^\[(.*)\]$/s, '"$1"');
  return (kind === 'word' && (FUNCTIONS[call] ?? WORDS[text.toLowerCase()])) || text;
}

/** The tokens of a statement, blanks and comments too. @throws SqlError where there is what T-SQL does not have */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < sql.length; ) {
    const token = tokenAt(sql, at);
    if (!token) throw new SqlError(102, `Incorrect syntax near '${sql.slice(at, at + 10)}'.`, 15);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(sql: string, at: number): Token | null {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at;
    const text = pattern.exec(sql)?.[0];
    if (text) return { kind, text };
  }
  return null;
}

function parameter(name: string, declared: Map<string, { type: SqlType; index: number }>): string {
  const found = declared.get(name);
  if (!found) throw new SqlError(137, `Must declare the scalar variable "${name}".`, 15, 2);
  return `cast($${found.index + 1} as ${typeName(found.type)})`;
}

function typeName(type: SqlType): string {
  switch (type.name) {
    case 'varchar':
    case 'nvarchar':
      return `tsql.${type.name}`;
    case 'char':
    case 'nchar':
      return `tsql.${type.name}(${type.length})`;
    case 'tinyint':
      return 'smallint';
    case 'decimal':
      return `decimal(${type.precision}, ${type.scale})`;
    case 'datetime':
    case 'datetime2':
      return 'timestamp';
    case 'varbinary':
      return 'bytea';
    case 'bit':
      return 'boolean';
    default:
      return type.name;
  }
}
