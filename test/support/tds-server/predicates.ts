import { tokenize } from './t-sql.js';

/** A comparison of a column of the inventory in a WHERE. */
export interface Predicate {
  column: string;
  operator: string;
  /** Whether the column stands there as it is, so that an index on it can be sought in. */
  bare: boolean;
  /** The tokens of what it is compared with, none of them a blank. */
  value: readonly string[];
}

/** Predicates that hold together, and choices of which one holds. */
export interface Conjunction {
  predicates: Predicate[];
  choices: Conjunction[][];
}

const END = new Set(['order', 'group', 'offset', 'union', 'having']);
const OPERATORS = new Set(['=', '<', '>', '<=', '>=', '<>', 'in', 'like', 'is']);
const COLUMN = /^"inventory"\."(\w+)"$/;

/** The WHERE of each query on the inventory that a statement consists of. */
export function wheresOf(sql: string): Conjunction[] {
  const tokens = tokensOf(sql);
  const wheres: Conjunction[] = [];
  for (let at = tokens.indexOf('where'); at >= 0; at = tokens.indexOf('where', at)) {
    const condition = untilClosed(tokens.slice(at + 1));
    // One within another belongs to that.
    at += 1 + condition.length;
    if (condition.some((token) => COLUMN.test(token))) wheres.push(conjunctionOf(condition));
  }
  return wheres;
}

/** The terms of the outermost ORDER BY of a statement. */
export function orderOf(sql: string): string[] {
  const tokens = tokensOf(sql);
  const list = untilClosed(tokens.slice(tokens.lastIndexOf('by') + 1));
  return split(list, ',').map((term) => term.join(' '));
}

/** Words in small letters; a qualified name is one token. */
function tokensOf(sql: string): string[] {
  const tokens = tokenize(sql).filter(({ kind }) => kind !== 'blank' && kind !== 'comment');
  const texts = tokens.map(({ kind, text }) => (kind === 'word' ? text.toLowerCase() : text));
  return texts.reduce<string[]>((joined, text) => {
    const last = joined.at(-1) ?? '';
    if (text === '.' || last.endsWith('.')) joined[joined.length - 1] = last + text;
    else joined.push(text);
    return joined;
  }, []);
}

const depthOf = (token: string) =>
  token === '(' || token === 'case' ? 1 : token === ')' || token === 'end' ? -1 : 0;

function untilClosed(tokens: readonly string[]): string[] {
  let depth = 0;
  const end = tokens.findIndex((token) => {
    if (depth === 0 && END.has(token)) return true;
    depth += depthOf(token);
    return depth < 0;
  });
  return end < 0 ? [...tokens] : tokens.slice(0, end);
}

/** Parts between a separator that stands in no parentheses. */
function split(tokens: readonly string[], separator: string): string[][] {
  const parts: string[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthOf(token);
    if (depth === 0 && token === separator) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function conjunctionOf(tokens: readonly string[]): Conjunction {
  const whole: Conjunction = { predicates: [], choices: [] };
  for (const part of split(tokens, 'and')) {
    const choice = split(part, 'or');
    if (choice.length > 1) whole.choices.push(choice.map(conjunctionOf));
    else if (part[0] === '(' && isOnePair(part)) add(whole, conjunctionOf(part.slice(1, -1)));
    else if (part[0] === 'exists') {
      const at = part.indexOf('where');
      add(whole, conjunctionOf(untilClosed(part.slice(at + 1))));
    } else whole.predicates.push(...predicatesOf(part));
  }
  return whole;
}

function add(to: Conjunction, { predicates, choices }: Conjunction): void {
  to.predicates.push(...predicates);
  to.choices.push(...choices);
}

function isOnePair(tokens: readonly string[]): boolean {
  let depth = 0;
  return (
    tokens.findIndex((token) => {
      depth += depthOf(token);
      return depth === 0;
    }) ===
    tokens.length - 1
  );
}

function predicatesOf(tokens: readonly string[]): Predicate[] {
  let depth = 0;
  const at = tokens.findIndex((token) => {
    depth += depthOf(token);
    return depth === 0 && OPERATORS.has(token);
  });
  const [left, value] = [tokens.slice(0, at), tokens.slice(at + 1)];
  const bare = left.length === 1 && COLUMN.test(left[0] ?? '');
  // A column on the other side, or within a call, is one that no index is sought in.
  const columns = bare ? left : tokens.filter((token) => COLUMN.test(token));
  const names = new Set(columns.map((column) => COLUMN.exec(column)?.[1] ?? ''));
  return [...names].map((column) => ({ column, operator: tokens[at] ?? '', bare, value }));
}
