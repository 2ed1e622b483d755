import type { LetterCase, TextTest } from '../../inventory/expression/inventory.expression.js';
import { type Operand, toTextTest } from './comparisons.js';
import { quoted } from './odata-error.js';
import type { Token, TokenReader } from './tokens.js';

/** The functions of $filter, as metadata lists them. */
export const FUNCTIONS = ['contains', 'startswith', 'endswith', 'tolower', 'toupper'] as const;
type FunctionName = (typeof FUNCTIONS)[number];

const TEXT_TESTS: Partial<Record<FunctionName, TextTest>> = {
  contains: 'contains',
  startswith: 'startsWith',
  endswith: 'endsWith',
};
/** The other functions of OData. */
const UNSUPPORTED = new Set(
  `all any case cast ceiling concat date day floor fractionalseconds hassubset hassubsequence hour indexof isof length
   matchespattern maxdatetime mindatetime minute month now round second substring substringof time totaloffsetminutes
   totalseconds trim year`.split(/\s+/),
);

/** The function that a token names, to apply to its operands. @throws ODataError if there is none, or it isn't supported */
export function functionNamed(tokens: TokenReader, token: Token): (operands: readonly Operand[]) => Operand {
  const lower = token.text.toLowerCase();
  const name = FUNCTIONS.find((known) => known === lower);
  if (!name && (UNSUPPORTED.has(lower) || lower.includes('.'))) {
    throw tokens.unsupported(token, `the function ${quoted(token.text)}`);
  }
  if (!name) throw tokens.wrong(token, `one of the functions ${FUNCTIONS.join(', ')}`);
  const test = TEXT_TESTS[name];
  return ([first, second, ...more]) => {
    const isComplete = test ? second !== undefined : second === undefined;
    if (!first || !isComplete || more.length > 0) {
      throw tokens.wrong(token, `${name} with ${test ? 'a property and a text' : 'a property'}`);
    }
    if (test && second)
      return { kind: 'condition', condition: toTextTest(tokens, test, [first, second]), token };
    return inCase(tokens, name === 'tolower' ? 'lower' : 'upper', first);
  };
}

function inCase(tokens: TokenReader, letters: LetterCase, operand: Operand): Operand {
  const { token } = operand;
  if (operand.kind === 'literal' && token.kind === 'string') {
    const text = letters === 'lower' ? token.text.toLowerCase() : token.text.toUpperCase();
    return { kind: 'literal', token: { ...token, text } };
  }
  if (operand.kind !== 'property' || operand.property.type !== 'Edm.String') {
    throw tokens.wrong(token, 'a text, or a property of type Edm.String');
  }
  if (operand.letters || operand.property.column === 'row_id') {
    throw tokens.unsupported(token, `another case of ${quoted(token.text)}`);
  }
  return { ...operand, letters };
}
