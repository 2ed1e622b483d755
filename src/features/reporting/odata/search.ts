import { type Expression, SEARCH_COLUMNS } from '../../inventory/expression/inventory.expression.js';
import { readText, TEXT_WANTED } from './literals.js';
import { type Place, quoted, unsupportedAt, wrongAt } from './odata-error.js';

/** The maximum number of terms: each is compared with several columns of each row. */
const MAX_TERMS = 10;
const TERM = /\s*(?:"([^"]*)("?)|([^\s"();]+)|(\S))/y;

interface Term {
  text: string;
  isWord: boolean;
  at: number;
}

/**
 * Reads a $search: words, and phrases in double quotes. Each must occur in the part number, description, lot or bin, in
 * whatever case.
 *
 * @throws ODataError 400 if it is wrong, 501 for OR, NOT and brackets
 */
export function parseSearch(text: string): Expression {
  const terms = termsOf(text);
  if (terms.length === 0)
    throw wrongAt({ option: '$search', at: text.length }, 'nothing', 'a word or a phrase');
  return {
    all: terms.map((term) => ({
      any: SEARCH_COLUMNS.map((column) => ({
        ...{ column, test: 'contains' as const, text: term.toLowerCase(), letters: 'lower' as const },
      })),
    })),
  };
}

/** The words and phrases. A word such as AND is an operator only where an operator makes sense. */
function termsOf(text: string): string[] {
  const all = readTerms(text);
  const terms = all.filter((term, index) => {
    if (!term.isWord) return true;
    const [isFirst, isLast] = [index === 0, index === all.length - 1];
    if (term.text === 'NOT' && !isLast) throw unsupportedAt(placeOf(term), 'NOT');
    if (term.text === 'OR' && !isFirst && !isLast) throw unsupportedAt(placeOf(term), 'OR');
    return term.text !== 'AND' || isFirst || isLast;
  });
  const excess = terms[MAX_TERMS];
  if (excess) throw wrongAt(placeOf(excess), 'more', `at most ${MAX_TERMS} words and phrases`);
  return terms.map((term) => {
    if (readText(term.text) === null) throw wrongAt(placeOf(term), 'another text', TEXT_WANTED);
    return term.text;
  });
}

function readTerms(text: string): Term[] {
  const terms: Term[] = [];
  TERM.lastIndex = 0;
  for (let at = 0; ; at = TERM.lastIndex) {
    const match = TERM.exec(text);
    if (!match) return terms;
    const [whole, phrase, closing, word, sign] = match;
    const start = at + whole.length - whole.trimStart().length;
    const place = { option: '$search', at: start };
    if (sign === '(' || sign === ')') throw unsupportedAt(place, 'a bracket');
    if (sign) throw wrongAt(place, quoted(sign), 'a word or a phrase');
    if (phrase !== undefined && !closing)
      throw wrongAt(place, 'a phrase without an end', 'a quote (") at its end');
    if (phrase?.trim() === '') throw wrongAt(place, 'an empty phrase', 'a phrase such as "blue green"');
    terms.push({ text: phrase ?? word ?? '', isWord: word !== undefined, at: start });
  }
}

const placeOf = ({ at }: Term): Place => ({ option: '$search', at });
