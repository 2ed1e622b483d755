const KNOWN = /\$argon2\w*\$v=[^"\s]*|\$2[abxy]\$\d\d\$[^"\s]*|\bscrypt:\d[^"\s]*|\bpbkdf2:[\w:]*\$[^"\s]*/gi;
// Schemes that Portico doesn't read are no less secret: crypt's $6$…, LDAP's {SSHA}…, and bare digests.
const OTHERS = /\$\w{1,8}\$[\w./$=,+]{8,}|\{\w+\}[\w+/=]{16,}|[0-9a-f]{32,}/gi;

/** A text out of a file as it may be printed: in one line, and no password hash in it, in whichever column it stood. */
export function redactHashes(text: string): string {
  return text
    .replace(KNOWN, '[hash]')
    .replace(OTHERS, '[hash]')
    .replace(/\p{Cc}/gu, ' ');
}
