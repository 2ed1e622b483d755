import { domainToUnicode } from 'node:url';
import { isEmail } from 'class-validator';
import { asciiDomain } from './ascii-domain.js';

const MAX_LENGTH = 254;
/** Characters that a mail header or an SMTP command could read as more than part of one address, and invisible ones. */
const UNWANTED = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}"(),:;<>[\]\\]/u;

/** Whether a text is exactly one e-mail address: no name, no quoting, no second address, no hidden characters. */
export function isPlainEmail(text: string): boolean {
  return text.length <= MAX_LENGTH && !UNWANTED.test(text) && isEmail(text) && hasDomain(text);
}

/** Whether the domain can be written in ASCII and back: one in broken Punycode can't, and no mail gets there. */
function hasDomain(email: string): boolean {
  const ascii = asciiDomain(email.slice(email.lastIndexOf('@') + 1));
  return ascii !== null && asciiDomain(domainToUnicode(ascii)) === ascii;
}

/**
 * The address as mail servers know it: with its domain in ASCII (punycode, RFC 5891) and in small letters. Null if the
 * domain has no such form.
 */
export function withAsciiDomain(email: string): string | null {
  const at = email.lastIndexOf('@') + 1;
  const domain = asciiDomain(email.slice(at));
  return domain === null ? null : email.slice(0, at) + domain;
}

/** Whether only mail servers with the extension SMTPUTF8 (RFC 6531) know such an address: one that isn't ASCII before the @. */
export function needsSmtpUtf8(email: string): boolean {
  return /[^\0-\x7f]/.test(email.slice(0, email.lastIndexOf('@')));
}
