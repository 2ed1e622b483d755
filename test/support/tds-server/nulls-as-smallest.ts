export type TokenKind = 'string' | 'name' | 'variable' | 'word' | 'number' | 'comment' | 'blank' | 'sign';

/** A token of T-SQL. */
export interface Token {
  kind: TokenKind;
  text: string;
}

const LIST_END = new Set(['offset', 'fetch', 'for', 'union', 'option', ')', ';']);

/** SQL Server sorts nulls below everything, PostgreSQL above: each term of an ORDER BY is told where they go. */
export function nullsAsSmallest(tokens: readonly Token[]): Token[] {
  const list = new OrderByList();
  const out = tokens.flatMap((token, index) => [...list.before(token, tokens[index - 1]), token]);
  return [...out, ...list.atEnd(tokens.at(-1))];
}

class OrderByList {
  #depth = 0;
  /** The depth of each ORDER BY that has begun and not ended. */
  readonly #open: number[] = [];

  /** What goes before a token. */
  before(token: Token, last: Token | undefined): Token[] {
    const word = wordOf(token);
    const inList = this.#open.at(-1) === this.#depth;
    const ends = inList && LIST_END.has(word);
    if (ends) this.#open.pop();
    if (word === '(') this.#depth += 1;
    if (word === ')') this.#depth -= 1;
    if (word === 'by' && wordOf(last) === 'order') this.#open.push(this.#depth);
    return ends || (inList && word === ',') ? [nullsAfter(last)] : [];
  }

  atEnd(last: Token | undefined): Token[] {
    return this.#open.length > 0 ? [nullsAfter(last)] : [];
  }
}

function wordOf(token: Token | undefined): string {
  return !token || token.kind === 'string' || token.kind === 'name' ? '' : token.text.toLowerCase();
}

function nullsAfter(last: Token | undefined): Token {
  const direction = wordOf(last);
  if (direction === 'desc') return { kind: 'sign', text: 'nulls last' };
  return { kind: 'sign', text: direction === 'asc' ? 'nulls first' : 'asc nulls first' };
}
