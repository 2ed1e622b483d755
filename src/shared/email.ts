import { isEmail } from 'class-validator';

/** What an address takes on its way at most (RFC 5321, with the erratum on RFC 3696). */
const LONGEST = 254;
/** What lets a header of a mail begin another, or name a second recipient, and what nobody sees. */
const SMUGGLING = /[",:;<>()[\]\\\s\p{C}]/u;

/** True for one plain address, with nothing around it or hidden in it. */
export function isPlainEmail(text: string): boolean {
  return text.length <= LONGEST && !SMUGGLING.test(text) && isEmail(text);
}
