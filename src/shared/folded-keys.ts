import { domainToASCII } from 'node:url';

/**
 * The keys by which user names and e-mails are unique and are looked up. They are computed here and stored, because
 * the database's lower() depends on its locale. All functions take any text, also one that no login could have.
 */

/** Characters that a URL parser would take for the end of a host name, or decode. No domain contains one. */
const NOT_IN_DOMAIN = /[\p{C}\p{Z}%/:?#@\\[\]]/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Longer texts are their own keys: no login is as long, and folding them would cost time. */
const MAX_FOLDED = 1_000;

/** Equal for user names that differ only in case, normalisation, compatibility forms or blanks around them. */
export function usernameKey(username: string): string {
  return fold(username);
}

/** The same for e-mails, whose domain may also be written in Unicode or in Punycode. */
export function emailKey(email: string): string {
  if (email.length > MAX_FOLDED) return email;
  const text = email.replace(INVISIBLE, '').normalize('NFKC').trim();
  const at = text.lastIndexOf('@');
  if (at < 0) return fold(text);
  return `${fold(text.slice(0, at))}@${domainKey(text.slice(at + 1).trim())}`;
}

function domainKey(domain: string): string {
  const folded = fold(domain);
  return asciiDomain(domain) ?? asciiDomain(folded) ?? folded;
}

/** The key of what was typed to sign in. Only an e-mail has an @, so no text can be both. */
export function loginKey(login: string): { kind: 'username' | 'email'; key: string } {
  const isEmail = login.slice(0, MAX_FOLDED).normalize('NFKC').includes('@');
  return isEmail ? { kind: 'email', key: emailKey(login) } : { kind: 'username', key: usernameKey(login) };
}

/**
 * Whether two e-mails certainly name the same mailbox. This is stricter than an equal key: a mail server may tell
 * compatibility forms apart, so a change from one to another must be confirmed by its owner.
 */
export function isSameMailbox(one: string, other: string): boolean {
  return mailbox(one) === mailbox(other);
}

function mailbox(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  return `${email.slice(0, at).normalize('NFC').toLowerCase()}@${asciiDomain(domain) ?? domain.toLowerCase()}`;
}

/**
 * A domain in lower case and Punycode; null if it is none. Small letters first, because older tables of Unicode refuse
 * some capitals and take ẞ for ss; each by itself, because a final sigma would be another letter in a domain.
 */
export function asciiDomain(domain: string): string | null {
  if (NOT_IN_DOMAIN.test(domain)) return null;
  return domainToASCII(Array.from(domain, (character) => character.toLowerCase()).join('')) || null;
}

/** Compatibility caseless matching (Unicode 3.13, D146), without invisible characters and blanks around. */
function fold(text: string): string {
  if (text.length > MAX_FOLDED) return text;
  // Invisible characters go first, because they keep others from being ordered and composed.
  const visible = text.replace(INVISIBLE, '');
  return foldCase(foldCase(visible.normalize('NFD')).normalize('NFKD'))
    .normalize('NFKC')
    .trim();
}

/**
 * Full case folding (Unicode's toCasefold). JavaScript has none, but for every character except the dotless i, the
 * lower case of the upper case is equivalent to it: ß and ẞ become ss, the final sigma becomes a sigma. Each character
 * is mapped by itself, because toLowerCase looks at the neighbours of a sigma.
 */
function foldCase(text: string): string {
  let folded = '';
  for (const character of text) {
    folded += character === 'ı' ? character : character.toLowerCase().toUpperCase().toLowerCase();
  }
  return folded;
}
