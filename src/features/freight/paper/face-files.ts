import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A font file: one part of a family, with some of its characters. */
export interface FaceFile {
  /** Unique, for example noto-sans-jp-119. */
  name: string;
  path: string;
}

/** The files of a family that have a character, by its code point. */
type Coverage = Map<number, FaceFile[]>;

// Each character is taken from the first family that has it. Only the named parts of a family are used; the others repeat
// what an earlier family has.
const FAMILIES = [
  { name: 'noto-sans', parts: null },
  { name: 'noto-sans-hebrew', parts: ['hebrew'] },
  { name: 'noto-sans-arabic', parts: ['arabic'] },
  { name: 'noto-sans-thai', parts: ['thai'] },
];
const KANA = /\p{Script=Hiragana}|\p{Script=Katakana}/u;
const HANGUL = /\p{Script=Hangul}/u;
const HAN = /\p{Script=Han}/u;

const coverages = new Map<string, Coverage>();

/**
 * The font families for a text, the preferred first. A Chinese character is drawn differently in Japan, China and Korea,
 * so the other characters of the text decide which family draws it.
 */
export function familiesFor(text: string): string[] {
  const [jp, sc, kr] = ['noto-sans-jp', 'noto-sans-sc', 'noto-sans-kr'];
  const eastAsian = HANGUL.test(text) ? [kr, jp, sc] : [jp, sc, kr];
  const isChinese =
    HAN.test(text) &&
    !KANA.test(text) &&
    !HANGUL.test(text) &&
    Array.from(text).some((character) => HAN.test(character) && filesOf(jp, character).length === 0);
  return [...FAMILIES.map(({ name }) => name), ...(isChinese ? [sc, jp, kr] : eastAsian)];
}

/** The files of these families that say they have the character, in order of preference. */
export function filesFor(character: string, families: readonly string[]): FaceFile[] {
  return families.flatMap((family) => filesOf(family, character));
}

function filesOf(family: string, character: string): FaceFile[] {
  const coverage = coverages.get(family) ?? readCoverage(family);
  coverages.set(family, coverage);
  return coverage.get(character.codePointAt(0) ?? 0) ?? [];
}

function readCoverage(family: string): Coverage {
  const wanted = FAMILIES.find(({ name }) => name === family)?.parts;
  const text = readFileSync(require.resolve(`@fontsource-variable/${family}/unicode.json`), 'utf8');
  const coverage: Coverage = new Map();
  for (const [key, ranges] of Object.entries(JSON.parse(text) as Record<string, string>)) {
    const part = key.replace(/[[\]]/g, '');
    if (wanted && !wanted.includes(part)) continue;
    const file = faceFile(family, part);
    for (const code of codesIn(ranges)) coverage.set(code, [...(coverage.get(code) ?? []), file]);
  }
  return coverage;
}

function faceFile(family: string, part: string): FaceFile {
  const name = `${family}-${part}`;
  return { name, path: require.resolve(`@fontsource-variable/${family}/files/${name}-wght-normal.woff2`) };
}

/** The code points of a CSS unicode-range: "U+0000-00FF,U+0131". */
function* codesIn(ranges: string): Generator<number> {
  for (const range of ranges.split(',')) {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++) yield code;
  }
}
