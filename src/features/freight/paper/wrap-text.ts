/** The room for a text, and the measure of its pieces in the same unit. */
export interface Wrapping {
  width: number;
  /** The most lines. */
  most: number;
  measure: (piece: string) => number;
}

// A line may end after a space, and before and after a Chinese or Japanese character.
const PIECES =
  /\p{Zs}+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{P}\p{M}]*|[^\p{Zs}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Breaks a text into lines that fit. A word that is longer than a line is broken anywhere. If text is left after the last
 * line, that line ends with an ellipsis.
 */
export function wrapText(text: string, wrapping: Wrapping): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '' && lines.length < wrapping.most) {
    const isLast = lines.length + 1 === wrapping.most;
    const line = isLast ? clipText(rest, wrapping) : nextLine(rest, wrapping);
    lines.push(line.trim());
    rest = isLast ? '' : rest.slice(line.length).trimStart();
  }
  return lines;
}

function clipText(text: string, { width, measure }: Wrapping): string {
  if (measure(text) <= width) return text;
  const start = longestStart(text, (piece) => measure(`${piece}…`) <= width);
  return `${start.trimEnd()}…`;
}

function nextLine(text: string, { width, measure }: Wrapping): string {
  let line = '';
  for (const [piece] of text.matchAll(PIECES)) {
    if (measure(`${line}${piece}`.trimEnd()) > width) break;
    line += piece;
  }
  // At least one character, so that the text gets shorter even in a column that is too narrow.
  return line.trim() === '' ? longestStart(text, (piece) => measure(piece) <= width, 1) : line;
}

/** The longest start of a text, in whole characters as readers see them, that fits. */
function longestStart(text: string, fits: (piece: string) => boolean, least = 0): string {
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  let [low, high] = [least, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}
