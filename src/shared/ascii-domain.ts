import { domainToASCII } from 'node:url';

/** Characters that a URL parser would take for the end of a host name, or decode. No domain contains one. */
const NOT_IN_DOMAIN = /[\p{C}\p{Z}%/:?#@\\[\]]/u;

/**
 * A domain in lower case and Punycode (RFC 5891); null if it is none. Small letters first, because older tables of Unicode
 * refuse some capitals and take ẞ for ss; each by itself, because a final sigma would be another letter in a domain.
 */
export function asciiDomain(domain: string): string | null {
  if (NOT_IN_DOMAIN.test(domain)) return null;
  return domainToASCII(Array.from(domain, (character) => character.toLowerCase()).join('')) || null;
}
