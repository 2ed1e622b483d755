/** Media types are written in any case; JSON between systems is UTF-8 and nothing else (RFC 8259, section 8.1). */
export const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;
