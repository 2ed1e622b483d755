const WANTED = 'wanted postgres://user:password@host:port/database, or embedded';

/** Characters that end a part of an address, and so can't stand in a user name or password unless they are escaped. */
const RESERVED = ['@', '/', '?'];

/**
 * Why an address of PostgreSQL can't be used as it is; null if it can. A password with an unescaped character would be
 * cut, and the rest of it looked up as a host name and printed. So the text names characters, and no part of the address.
 */
export function databaseUrlProblem(text: string): string | null {
  if (text === 'embedded') return null;
  const [, address] = /^postgres(?:ql)?:\/\/(.+)$/s.exec(text) ?? [];
  if (address === undefined || /[\p{Cc}\p{Cs}]/u.test(address)) return WANTED;
  const login = address.slice(0, Math.max(0, address.lastIndexOf('@')));
  const unescaped = [
    ...RESERVED.filter((character) => login.includes(character)),
    // Neither means anything in an address of PostgreSQL, wherever it stands.
    ...['#', ' '].filter((character) => address.includes(character)),
    ...(hasOnlyEscapes(address) ? [] : ['%']),
  ];
  if (unescaped.length > 0) {
    const list = unescaped.map((character) => `${encodeURIComponent(character)} for ${nameOf(character)}`);
    return `wanted ${list.join(' and ')} in its user name and password: percent-encoded`;
  }
  // An empty host, which means that a parameter names it, is none to the parser.
  return URL.canParse(text) || URL.canParse(text.replace('@/', '@host/')) ? null : WANTED;
}

const nameOf = (character: string) => (character === ' ' ? 'a blank' : character);

/** Whether each % begins an escape, and all of them together are UTF-8 without NUL. */
function hasOnlyEscapes(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes('\0');
  } catch {
    return false;
  }
}
