const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '\t',
  '\n': '\n',
};

/** Markup, what XML 1.0 can't hold or would change, and underscores that begin what reads like an escape. */
const SPECIAL = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/gu;

/**
 * A text in the XML of a spreadsheet. Characters that XML can't hold become _xHHHH_ (ECMA-376, part 1, 22.4.2.4), and
 * lone surrogates U+FFFD.
 */
export function xmlText(text: string): string {
  return text.replace(SPECIAL, (character) => MARKUP[character] ?? escaped(character));
}

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}
