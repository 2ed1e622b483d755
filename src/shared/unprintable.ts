/** Control characters, lone surrogates, and line and paragraph separators. */
export const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
