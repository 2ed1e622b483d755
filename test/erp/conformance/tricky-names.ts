/** Names of all kinds, each of which is tried in every variant. */
const KINDS = [
  'Acme Ltd',
  'Müller & Söhne',
  'Straße des 17. Juni',
  'Weiss GmbH',
  'İstanbul Isıtma',
  'ISPARTA ili',
  'Łódź Żywność',
  'Ångström Öl',
  'Œuvre Æther',
  'École été',
  'ΣΊΣΥΦΟΣ σίσυφος',
  'Ёлка и Ёж',
  '柚子商店',
  'ｶﾞｷﾞ カヾ',
  'שלום ושות',
  '🍋 Fruit 🍋',
  '👩‍👩‍👧 & Co',
  '𝒜𝒸𝓂𝑒',
  'ﬁne ﬂour',
  "O'Neil--Sons;",
  '100% [Pure]_Ltd',
  'null',
];

const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Variants that a collation, a driver or a code page may take for the name itself. */
const VARIANTS: ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.toLocaleLowerCase('tr'),
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFKC'),
  (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
  (name) => name.replaceAll('ß', 'ss').replaceAll('ö', 'oe'),
  toFullWidth,
  (name) => `${name} `,
  (name) => `${name}  `,
  (name) => ` ${name}`,
  (name) => name.replace(' ', '  '),
  (name) => name.replaceAll(' ', '\u00a0'),
  (name) => name.replaceAll(' ', '\u3000'),
  (name) => `${name}\u00a0`,
  (name) => `${name}\t`,
  (name) => `${name}\u200b`,
  (name) => `\ufeff${name}`,
  (name) => `${name.slice(0, 2)}\u00ad${name.slice(2)}`,
  (name) => name.replace(/\p{Extended_Pictographic}/gu, '🍊'),
];

/** Whether a text is whole: half of a surrogate pair is none. */
const isWhole = (text: string) => !/\p{Surrogate}/u.test(text);

/** So many different names, of which many are nearly the same. The last 20 have 200 characters and differ in the last. */
export function trickyNames(count: number): string[] {
  const all = KINDS.flatMap((name) => VARIANTS.map((variant) => variant(name))).filter(isWhole);
  const long = Array.from({ length: 20 }, (_, n) => 'ü'.repeat(199) + String.fromCharCode(0x61 + n));
  return [...[...new Set(all)].slice(0, count - long.length), ...long];
}
