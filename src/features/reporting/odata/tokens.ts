import { ODataError, type Place, quoted, unsupportedAt, wrongAt } from './odata-error.js';

const MAX_TOKENS = 2_000;

/** What a token is. A value is a number, day or instant, which the parser reads. */
export type TokenKind = 'word' | 'string' | 'value' | 'sign' | 'end';

/** A token of a query option. */
export interface Token {
  kind: TokenKind;
  /** As it is written, an instant with the plus of its offset; of a string, its content. */
  text: string;
  at: number;
}

const BLANKS = /[ \t]+/y;
const PATTERNS: readonly [kind: TokenKind, pattern: RegExp][] = [
  ['string', /'((?:[^']|'')*)'/y],
  // The plus of an instant's offset arrives as a blank, unless the client encodes it.
  ['value', /\d{4}-\d\d-\d\d[Tt][\d:.]+ \d\d:\d\d\b|[+-]?\d[\w.:+-]*|-INF\b/y],
  ['word', /[\p{L}_$@][\p{L}\p{Nd}_.$@]*/uy],
  ['sign', /[(),/*:=-]/y],
];
/** What stands before the quote of another literal: its type, or the qualified name of an enumeration. */
const LITERAL_PREFIX =
  /^(binary|date|datetime|datetimeoffset|duration|geography|geometry|guid|time|x|.*\..*)$/i;
const GUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/iy;

/**
 * The tokens of a query option, the last of them an `end`. Blanks separate tokens, and are none themselves.
 *
 * @throws ODataError if there is something else, or too much of it
 */
function tokenize(text: string, option: string): Token[] {
  const tokens: Token[] = [];
  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, at)) {
    const place = { option, at };
    if (tokens.length === MAX_TOKENS) throw wrongAt(place, 'more', `at most ${MAX_TOKENS} tokens`);
    const { kind, match } = tokenAt(text, place);
    const content = kind === 'string' ? (match[1] ?? '').replaceAll("''", "'") : match[0].replace(' ', '+');
    tokens.push({ kind, text: content, at });
    at += match[0].length;
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

function tokenAt(text: string, place: Place): { kind: TokenKind; match: RegExpExecArray } {
  const { at } = place;
  if (matchAt(GUID, text, at)) throw unsupportedAt(place, 'a GUID');
  if (text[at] === '[' || text[at] === '{') throw unsupportedAt(place, 'a JSON array or object');
  for (const [kind, pattern] of PATTERNS) {
    const match = matchAt(pattern, text, at);
    if (!match) continue;
    if (kind === 'word' && text[at + match[0].length] === "'" && LITERAL_PREFIX.test(match[0])) {
      throw unsupportedAt(place, `a literal that begins with ${quoted(match[0])}`);
    }
    return { kind, match };
  }
  if (text[at] === "'") throw wrongAt(place, 'a text without an end', "a quote (') at its end");
  throw wrongAt(
    place,
    quoted(String.fromCodePoint(text.codePointAt(at) ?? 0)),
    'a name, a value or a bracket',
  );
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skipBlanks(text: string, at: number): number {
  return at + (matchAt(BLANKS, text, at)?.[0].length ?? 0);
}

/** A token for a message. */
export function describeToken({ kind, text }: Token): string {
  if (kind === 'end') return 'the end';
  return kind === 'string' ? `the text ${quoted(text)}` : quoted(text);
}

/** Reads tokens one after the other. */
export class TokenReader {
  #next = 0;
  readonly #tokens: readonly Token[];

  constructor(
    text: string,
    readonly option: string,
  ) {
    this.#tokens = tokenize(text, option);
  }

  /** The next token, or one after it, which stays. */
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)] as Token;
  }

  /** The next token. */
  take(): Token {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  /** Whether the next token is this sign or word. If it is, it is taken. Words are compared without regard to case. */
  takes(text: string): boolean {
    const { kind, text: found } = this.peek();
    const is = (kind === 'sign' || kind === 'word') && found.toLowerCase() === text;
    if (is) this.take();
    return is;
  }

  /** Takes a sign. @throws ODataError if there is another token */
  expect(sign: string): void {
    if (!this.takes(sign)) throw this.wrong(this.peek(), quoted(sign));
  }

  /** The error that a token is not what is wanted. */
  wrong(token: Token, wanted: string): ODataError {
    return wrongAt({ option: this.option, at: token.at }, describeToken(token), wanted);
  }

  /** The error that something isn't supported. */
  unsupported(token: Token, what: string): ODataError {
    return unsupportedAt({ option: this.option, at: token.at }, what);
  }
}
