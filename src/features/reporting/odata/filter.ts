import type { Comparison, Expression } from '../../inventory/expression/inventory.expression.js';
import { isLiteral, type Operand, toComparison, toCondition, toMembership } from './comparisons.js';
import { costOf, MAX_COST, PRICES } from './filter-cost.js';
import { functionNamed } from './functions.js';
import type { EntitySet } from './model.js';
import { ODataError } from './odata-error.js';
import { propertyNamed } from './properties.js';
import { type Token, TokenReader } from './tokens.js';

const MAX_DEPTH = 100;
const MAX_VALUES = 500;

const COMPARISONS: ReadonlySet<string> = new Set<Comparison>(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const UNSUPPORTED_OPERATORS = new Set(['add', 'sub', 'mul', 'div', 'divby', 'mod', 'has']);
/**
 * Reads a $filter (OData 4.01 URL Conventions, 5.1.1). Operators bind in this order: functions and `in`; `not`; `eq` and
 * its like; `and`; `or`.
 *
 * @param text already percent-decoded
 * @throws ODataError 400 if it is wrong or costs too much, 501 if it uses what isn't supported; it says where
 */
export function parseFilter(text: string, set: EntitySet): Expression {
  const condition = new FilterParser(new TokenReader(text, '$filter'), set).parse();
  const cost = costOf(condition);
  if (cost > MAX_COST) {
    throw new ODataError(400, `found a cost of ${cost}; wanted at most ${MAX_COST}: ${PRICES}`, '$filter');
  }
  return condition;
}

/** A parser by recursive descent: each method reads what binds more tightly than what its caller reads. */
class FilterParser {
  #depth = 0;
  #values = 0;

  constructor(
    private readonly tokens: TokenReader,
    private readonly set: EntitySet,
  ) {}

  parse(): Expression {
    const condition = toCondition(this.tokens, this.#or());
    const rest = this.tokens.peek();
    if (rest.kind !== 'end') throw this.tokens.wrong(rest, 'and, or, or the end');
    return condition;
  }

  #or(): Operand {
    return this.#joined('or', () => this.#joined('and', () => this.#comparison(), 'all'), 'any');
  }

  #joined(word: 'and' | 'or', read: () => Operand, join: 'all' | 'any'): Operand {
    const first = read();
    if (!isWord(this.tokens.peek(), word)) return first;
    const parts = [toCondition(this.tokens, first)];
    while (this.tokens.takes(word)) parts.push(toCondition(this.tokens, read()));
    const condition = join === 'all' ? { all: parts } : { any: parts };
    return { kind: 'condition', condition, token: first.token };
  }

  #comparison(): Operand {
    const left = this.#unary();
    const operator = this.tokens.peek();
    const name = operator.kind === 'word' ? operator.text.toLowerCase() : '';
    if (UNSUPPORTED_OPERATORS.has(name)) throw this.tokens.unsupported(operator, `the operator ${name}`);
    if (!COMPARISONS.has(name)) return left;
    this.tokens.take();
    const condition = toComparison(this.tokens, name as Comparison, [left, this.#unary()]);
    const next = this.tokens.peek();
    if (COMPARISONS.has(next.text.toLowerCase())) throw this.tokens.wrong(next, 'and, or, or the end');
    return { kind: 'condition', condition, token: left.token };
  }

  #unary(): Operand {
    const token = this.tokens.peek();
    if (!this.tokens.takes('not')) return this.#member();
    const negated = this.#nested(token, () => this.#unary());
    if (negated.kind === 'property') {
      throw this.tokens.wrong(
        negated.token,
        'a condition after not; a comparison needs brackets: not (A eq B)',
      );
    }
    return { kind: 'condition', condition: { not: toCondition(this.tokens, negated) }, token };
  }

  /** An operand, and the list that it must be in. */
  #member(): Operand {
    const operand = this.#primary();
    if (!this.tokens.takes('in')) return operand;
    const condition = toMembership(this.tokens, operand, this.#list());
    return { kind: 'condition', condition, token: operand.token };
  }

  #primary(): Operand {
    const token = this.tokens.take();
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.#nested(token, () => this.#or());
      this.tokens.expect(')');
      return inner;
    }
    if (isLiteral(token)) return { kind: 'literal', token: this.#counted(token) };
    if (token.kind === 'word') {
      return this.tokens.takes('(') ? this.#nested(token, () => this.#call(token)) : this.#property(token);
    }
    if (token.kind === 'sign' && token.text === '-') throw this.tokens.unsupported(token, 'the operator -');
    throw this.tokens.wrong(token, 'a property, a value, a function, not, or "("');
  }

  #property(token: Token): Operand {
    const property = propertyNamed(this.tokens, token, this.set);
    return { kind: 'property', property, token };
  }

  #call(token: Token): Operand {
    const apply = functionNamed(this.tokens, token);
    const operands: Operand[] = [];
    do operands.push(this.#or());
    while (this.tokens.takes(','));
    this.tokens.expect(')');
    return apply(operands);
  }

  #list(): Token[] {
    const { tokens } = this;
    const open = tokens.peek();
    if (!tokens.takes('(')) throw tokens.unsupported(open, 'in with anything but a list in brackets');
    const values: Token[] = [];
    if (tokens.takes(')')) return values;
    do {
      const value = tokens.take();
      if (!isLiteral(value)) throw tokens.wrong(value, 'a value');
      values.push(this.#counted(value));
    } while (tokens.takes(','));
    tokens.expect(')');
    return values;
  }

  #counted(token: Token): Token {
    this.#values += 1;
    if (this.#values > MAX_VALUES) throw this.tokens.wrong(token, `at most ${MAX_VALUES} values`);
    return token;
  }

  /** Reads what is nested in a token, which may be nested only so deep. */
  #nested<T>(token: Token, read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw this.tokens.wrong(token, `at most ${MAX_DEPTH} levels`);
    const result = read();
    this.#depth -= 1;
    return result;
  }
}

const isWord = ({ kind, text }: Token, word: string) => kind === 'word' && text.toLowerCase() === word;
