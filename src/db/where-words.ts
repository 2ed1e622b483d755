import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { searchWords } from '../shared/search-words.js';

/** A unique column that a word may name: such a word is looked up in its index, and matches no other row. */
export interface UniqueText {
  column: string;
  /** Whether a word in capitals is a whole value of the column. */
  form: RegExp;
}

/**
 * Restricts a list to the rows in which every word of the search occurs.
 *
 * @param text the SQL of what is searched; calculated once for each row, however many words there are
 */
export function whereWords<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  text: string,
  search: string | null | undefined,
  unique?: UniqueText,
): void {
  const others: string[] = [];
  for (const [index, word] of searchWords(search).entries()) {
    const name = `word${index}`;
    const capitals = word.toUpperCase();
    if (unique?.form.test(capitals)) {
      query.andWhere(`${unique.column} = :${name}`, { [name]: capitals });
    } else {
      query.setParameter(name, patternOf(word));
      others.push(`lower(:${name})`);
    }
  }
  // PostgreSQL's `ilike` is `lower` on both sides, each time.
  if (others.length > 0) query.andWhere(`lower(${text}) like all (array[${others.join(', ')}])`);
}

/** The pattern of texts in which a word occurs. */
export const patternOf = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
