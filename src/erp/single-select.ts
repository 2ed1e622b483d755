import { LRUCache } from 'lru-cache';
import type { ErpDialectName } from './erp.js';

/** Quoted text, quoted names and comments: their words and semicolons don't count. An unclosed one runs to the end. */
const HIDDEN: Record<ErpDialectName, RegExp> = {
  mssql: /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\[(?:[^\]]|\]\])*(?:\]|$)|--[^\n]*|\/\*/gy,
  postgres:
    /[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)[\s\S]*?(?:\1|$)|--[^\n]*|\/\*/giuy,
};
const PIECE = /[a-z_@#][\w@#$]*|\d+|\s+|[\s\S]/giy;

/**
 * Words that occur in a SELECT only if it does more than read. T-SQL needs no separator between statements, but
 * reserves these words, so that none is a name. PostgreSQL requires a semicolon between statements, and accepts most of
 * these words as names.
 */
const FORBIDDEN: Record<ErpDialectName, ReadonlySet<string>> = {
  mssql: new Set(
    [
      'into insert update delete merge truncate drop alter create grant revoke deny exec execute set use declare',
      'begin commit rollback save if while goto return print raiserror waitfor kill shutdown backup restore dbcc bulk',
      'openquery openrowset opendatasource',
    ].flatMap((words) => words.split(' ')),
  ),
  postgres: new Set(['into']),
};

/** Why a text is not one SELECT that only reads, in a few words; null if it is one. */
export function selectProblem(text: string, dialect: ErpDialectName): string | null {
  const words = [...wordsOf(text, dialect)];
  const [first] = words;
  if (first === undefined) return 'it is empty';
  if (first !== 'select') return `it begins with "${first}"`;
  const more = words.find((word) => word === ';' || FORBIDDEN[dialect].has(word));
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

/** The statements that are one SELECT, by dialect: the same few are sent again and again, with other values. */
const KNOWN: Record<ErpDialectName, LRUCache<string, true>> = {
  mssql: new LRUCache({ max: 200 }),
  postgres: new LRUCache({ max: 200 }),
};

/** Throws unless the statement for the ERP is one SELECT. @throws Error: only a mistake of ours can cause this */
export function assertSingleSelect(sql: string, dialect: ErpDialectName): void {
  const known = KNOWN[dialect];
  if (known.get(sql)) return;
  const problem = selectProblem(sql, dialect);
  if (problem) throw new Error(`only a SELECT can be sent to the ERP, and this is not one: ${problem}`);
  known.set(sql, true);
}

/** The words and symbols of a statement in lower case, without comments. Each quoted piece is yielded as 'quoted'. */
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

/** The position after a block comment. Comments nest in both dialects. */
function endOfComment(text: string, start: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  for (let depth = 0, mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return text.length;
}
