/** Code page 1252 is Latin-1 but for these, from 0x80 on. A decoder that calls itself by that name may not know them. */
const FROM_0X80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The byte of a character; that of a question mark if the code page lacks it. */
export function toCodePage(character: string): number {
  const place = FROM_0X80.indexOf(character);
  if (place >= 0) return 0x80 + place;
  const code = character.codePointAt(0) ?? 0;
  return code <= 0xff ? code : '?'.charCodeAt(0);
}

/** The text of bytes of a varchar. */
export function fromCodePage(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (c) => FROM_0X80.charAt(c.charCodeAt(0) - 0x80));
}
