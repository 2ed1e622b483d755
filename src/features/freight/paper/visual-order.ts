import bidiFactory, { type Bidi } from 'bidi-js';

/** A piece of a line in one direction, in the order of reading. */
export interface DirectedRun {
  text: string;
  isRightToLeft: boolean;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

// Its types describe the ES module, but Node reads the CommonJS one, which is the function itself.
const makeBidi = bidiFactory as unknown as () => Bidi;
let bidi: Bidi | null = null;

/**
 * The runs of a line from left to right, by the Unicode Bidirectional Algorithm (UAX #9). In runs from right to left,
 * brackets and their like are mirrored.
 */
export function inVisualOrder(line: string): DirectedRun[] {
  if (!RIGHT_TO_LEFT.test(line)) return [{ text: line, isRightToLeft: false }];
  bidi ??= makeBidi();
  const embedding = bidi.getEmbeddingLevels(line);
  const mirrored = bidi.getMirroredCharactersMap(line, embedding.levels);
  const runs: { indices: number[]; level: number }[] = [];
  for (const index of bidi.getReorderedIndices(line, embedding)) {
    const level = embedding.levels[index] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level) last.indices.push(index);
    else runs.push({ indices: [index], level });
  }
  return runs.map(({ indices, level }) => {
    const text = indices
      .sort((a, b) => a - b)
      .map((index) => mirrored.get(index) ?? line[index])
      .join('');
    return { text, isRightToLeft: level % 2 === 1 };
  });
}

const TURNED_BY_FONTKIT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/**
 * A run's text as fontkit wants it. fontkit turns around what has letters of a right-to-left script, but not punctuation
 * that stands alone; and Persian digits, which are read from left to right, it turns as well.
 */
export function asLaidOut({ text, isRightToLeft }: DirectedRun): string {
  return isRightToLeft === TURNED_BY_FONTKIT.test(text) ? text : Array.from(text).reverse().join('');
}
