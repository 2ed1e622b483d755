import { isUrl } from '../shared/is-url.js';

const WANTED = 'wanted postgres://user:password@host:port/database, or embedded';

/**
 * Why an address of PostgreSQL can't be used as it is; null if it can. A password with an unescaped character would be
 * cut, and the rest of it looked up as a host name and printed. So the text names characters, and no part of the address.
 */
export function databaseUrlProblem(text: string): string | null {
  if (text === 'embedded') return null;
  const [, address] = /^postgres(?:ql)?:\/\/(.+)$/s.exec(text) ?? [];
  if (address === undefined || /[\p{Cc}\p{Cs}]/u.test(address)) return WANTED;
  const { login, place, values } = partsOf(address);
  const problems = [
    // An @, / or ? ends a part of an address. The # and the blank mean nothing in an address of PostgreSQL.
    ...unescapedIn(login, ['@', '/', '?', '#', ' '], 'its user name and password'),
    ...unescapedIn(place, ['#', ' '], 'its host and database'),
    ...unescapedIn(values, ['@', '#', ' '], 'its values'),
  ];
  if (problems.length > 0) return `wanted ${problems.join(', and ')}: percent-encoded`;
  return canParse(text) ? null : WANTED;
}

/**
 * The parts of an address that may have unescaped characters in it. The values begin with the first ? that has a host
 * before it and a name behind it. Any other may belong to a password, and so may all up to the last @ before the values.
 */
function partsOf(address: string): { login: string; place: string; values: string } {
  const marks = [...address.matchAll(/\?(?=\w+=)/g)].map(({ index }) => index);
  const placeBefore = (end: number) => address.slice(Math.max(0, address.lastIndexOf('@', end - 1)), end);
  const end = marks.find((mark) => canParse(`postgres://${placeBefore(mark)}`)) ?? address.length;
  const place = placeBefore(end);
  return { login: address.slice(0, end - place.length), place, values: address.slice(end) };
}

/** An empty host, which means that a parameter names it, is none to the parser. */
const canParse = (text: string) => isUrl(text) || isUrl(text.replace('@/', '@host/'));

function unescapedIn(part: string, characters: readonly string[], name: string): string[] {
  const unescaped = [
    ...characters.filter((character) => part.includes(character)),
    ...(hasOnlyEscapes(part) ? [] : ['%']),
  ];
  const list = unescaped.map((character) => `${encodeURIComponent(character)} for ${nameOf(character)}`);
  return list.length > 0 ? [`${list.join(' and ')} in ${name}`] : [];
}

const nameOf = (character: string) => (character === ' ' ? 'a blank' : character);

/** Whether each % begins an escape, and all of them together are UTF-8 without NUL. */
function hasOnlyEscapes(part: string): boolean {
  try {
    return !decodeURIComponent(part).includes('\0');
  } catch {
    return false;
  }
}
