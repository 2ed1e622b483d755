import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const BEGIN = '<!-- figures: npm run bench -- --markdown docs/performance.md -->';
const END = '<!-- end of the figures -->';

/** Writes the tables into a file: between the marks for them, if it has any, or as the whole file. */
export function writeMarkdown(file, tables) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  const whole = begin < 0 || end < begin;
  writeFileSync(
    file,
    whole ? tables : `${text.slice(0, begin + BEGIN.length)}\n\n${tables}\n${text.slice(end)}`,
  );
}
