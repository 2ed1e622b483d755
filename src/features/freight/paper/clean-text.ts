import type { PaperConnote } from './paper-connote.js';

/** More than what is printed of a name, and of a text of several lines, in characters. */
const LONGEST = { name: 200, text: 600 };
const SPACES = /[\s\p{Zl}\p{Zp}]+/gu;
// Control and format characters (those that override the direction of text are among them), halves of surrogate pairs,
// and variation selectors. The two joiners stay: Persian and Indic words are written with them.
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Variation_Selector}]/gu;
// More than three marks on one letter would grow into the lines above and below.
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

/** A text as it can be printed on one line: in NFC, without invisible characters, and not longer than `longest`. */
function cleanText(text: string, longest = LONGEST.name): string {
  // Before the other steps, so that their time is bounded too.
  const start = text.slice(0, 4 * longest);
  const clean = start
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(STACKED_MARKS, '$1')
    .trim();
  const characters = Array.from(clean);
  if (characters.length <= longest && start.length === text.length) return clean;
  return `${characters.slice(0, longest).join('')}…`;
}

/** Cleans every text of a connote but the tracking link, which is printed as a QR code only. */
export function cleanConnote(connote: PaperConnote): PaperConnote {
  const { instructions, trackingUrl } = connote;
  return {
    ...cleanTexts(connote),
    instructions: instructions && cleanText(instructions, LONGEST.text),
    trackingUrl,
  };
}

function cleanTexts<T>(data: T): T {
  if (typeof data === 'string') return cleanText(data) as T;
  if (Array.isArray(data)) return data.map(cleanTexts) as T;
  if (data === null || typeof data !== 'object' || data instanceof Date) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, cleanTexts(value)])) as T;
}

/** Every text in plain data. */
export function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (data === null || typeof data !== 'object' || data instanceof Date) return [];
  return Object.values(data).flatMap(textsIn);
}
