import type { ErpDialectName } from './erp.js';

/** What can hide a word or a semicolon: quoted text, quoted names and comments. One that isn't closed runs to the end. */
const HIDDEN: Record<ErpDialectName, RegExp> = {
  mssql: /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\[(?:[^\]]|\]\])*(?:\]|$)|--[^\n]*|\/\*/gy,
  postgres:
    /[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)[\s\S]*?(?:\1|$)|--[^\n]*|\/\*/giuy,
};
const PIECE = /[a-z_@#][\w@#$]*|\d+|\s+|[\s\S]/giy;

/**
 * Words that occur in a SELECT only where it does more than read. T-SQL takes statements one after the other with
 * nothing between them; there, these words are reserved. PostgreSQL wants a semicolon, and takes most as names.
 */
const DOES_MORE: Record<ErpDialectName, ReadonlySet<string>> = {
  mssql: new Set(
    [
      'into insert update delete merge truncate drop alter create grant revoke deny exec execute set use declare',
      'begin commit rollback save if while goto return print raiserror waitfor kill shutdown backup restore dbcc bulk',
      'openquery openrowset opendatasource',
    ].flatMap((words) => words.split(' ')),
  ),
  postgres: new Set(['into']),
};

/** What keeps a text from being one SELECT that only reads, in a few words; null where it is one. */
export function selectProblem(text: string, dialect: ErpDialectName): string | null {
  const words = [...wordsOf(text, dialect)];
  const [first] = words;
  if (first === undefined) return 'it is empty';
  if (first !== 'select') return `it begins with "${first}"`;
  const more = words.find((word) => word === ';' || DOES_MORE[dialect].has(word));
  return more ? `it has "${more}"` : unbalanced(words);
}

function unbalanced(words: readonly string[]): string | null {
  let depth = 0;
  for (const word of words) {
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (depth < 0) return 'it closes a parenthesis that was never opened';
  }
  return depth > 0 ? 'it never closes a parenthesis' : null;
}

/** Lets nothing through to an ERP but one SELECT. @throws Error, as only our own mistake can get here */
export function assertSingleSelect(sql: string, dialect: ErpDialectName): void {
  const problem = selectProblem(sql, dialect);
  if (problem) throw new Error(`only a SELECT can be sent to the ERP, and this is none: ${problem}`);
}

/** The words and signs of a statement in lower case, without what is quoted or a comment. */
function* wordsOf(text: string, dialect: ErpDialectName): Generator<string> {
  const hidden = HIDDEN[dialect];
  for (let at = 0; at < text.length; ) {
    hidden.lastIndex = at;
    const skipped = hidden.exec(text)?.[0];
    if (skipped === '/*') at = endOfComment(text, at);
    else if (skipped !== undefined) {
      at += skipped.length;
      if (!skipped.startsWith('--')) yield 'quoted';
    } else {
      PIECE.lastIndex = at;
      const piece = PIECE.exec(text)?.[0] ?? '';
      at += piece.length;
      if (piece.trim() !== '') yield piece.toLowerCase();
    }
  }
}

/** Comments nest, on both kinds of server. */
function endOfComment(text: string, start: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  for (let depth = 0, mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return text.length;
}
