import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { Limits } from '../../shared/limits.js';
import { assertWithin } from './assert-within.js';

/** Brackets may nest this many times deeper than fields, because inline fragments and values nest too. */
const BRACKETS_PER_LEVEL = 4;
const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Checks the source text before it is parsed. Nested brackets are counted here because the parser recurses into each of
 * them, and a deeply nested document would overflow its stack.
 *
 * @throws QUERY_TOO_COMPLEX for too many characters, tokens or levels
 */
export function checkSource(source: string, limits: Limits): void {
  assertWithin(limits, 'characters', source.length);
  const { tokens, nesting } = scan(source);
  assertWithin(limits, 'tokens', tokens);
  if (nesting > limits.depth * BRACKETS_PER_LEVEL) assertWithin(limits, 'depth', nesting);
}

/** Counts up to the first syntax error, which the parser reports later. */
function scan(source: string): { tokens: number; nesting: number } {
  const lexer = new Lexer(new Source(source));
  const counted = { tokens: 0, nesting: 0 };
  let open = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      counted.tokens += 1;
      if (OPENING.has(token.kind)) open += 1;
      else if (CLOSING.has(token.kind)) open -= 1;
      counted.nesting = Math.max(counted.nesting, open);
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return counted;
}
