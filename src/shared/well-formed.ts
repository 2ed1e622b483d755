/** The text with U+FFFD in place of lone surrogates, which UTF-8 can't hold. */
export const wellFormed = (text: string) => text.replaceAll(/\p{Cs}/gu, '\ufffd');
