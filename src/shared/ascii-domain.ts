import { domainToASCII } from 'node:url';

/** Characters that a URL parser would take for the end of a host name, or decode. No domain contains one. */
const NOT_IN_DOMAIN = /[\p{C}\p{Z}%/:?#@\\[\]]/u;

/** A domain in lower case and Punycode (RFC 5891); null if it is none. */
export function asciiDomain(domain: string): string | null {
  return NOT_IN_DOMAIN.test(domain) ? null : domainToASCII(domain) || null;
}
