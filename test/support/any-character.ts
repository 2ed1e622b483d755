import fc from 'fast-check';

const SURROGATES = { first: 0xd800, count: 0x800 };

/**
 * Any character of Unicode, for `fc.string({ unit: ANY_CHARACTER })`: what fast-check's `'binary'` gives, which makes a map
 * of all 1.1 million first. That takes seconds, and 100 MB for as long as the worker lives.
 */
export const ANY_CHARACTER = fc
  .nat(0x10ffff - SURROGATES.count)
  .map((index) => String.fromCodePoint(index < SURROGATES.first ? index : index + SURROGATES.count), toIndex);

/** Tells fast-check which of its strings that break programs, such as `__proto__`, are made of these. */
function toIndex(text: unknown): number {
  const code = typeof text === 'string' ? text.codePointAt(0) : undefined;
  if (code === undefined || text !== String.fromCodePoint(code)) throw new Error('not one character');
  if (code < SURROGATES.first) return code;
  if (code < SURROGATES.first + SURROGATES.count) throw new Error('half a character');
  return code - SURROGATES.count;
}
