/** Matches in any case, because media types are case-insensitive. The only charset is UTF-8 (RFC 8259, section 8.1). */
export const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;
