const KNOWN = /\$argon2\w*\$v=[^"\s]*|\$2[abxy]\$\d\d\$[^"\s]*|\bscrypt:\d[^"\s]*|\bpbkdf2:[\w:]*\$[^"\s]*/gi;
// Hashes of schemes that Portico doesn't support are just as secret: crypt's $6$…, LDAP's {SSHA}…, and plain digests.
const OTHERS = /\$\w{1,8}\$[\w./$=,+]{8,}|\{\w+\}[\w+/=]{16,}|[0-9a-f]{32,}/gi;

/** Makes a text from a file safe to print: on one line, and without password hashes, whichever column it comes from. */
export function redactHashes(text: string): string {
  return text
    .replace(KNOWN, '[hash]')
    .replace(OTHERS, '[hash]')
    .replace(/\p{Cc}/gu, ' ');
}
