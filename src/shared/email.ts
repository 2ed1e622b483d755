import { isEmail } from 'class-validator';

const MAX_LENGTH = 254;
/** What a header or an SMTP command could take for more than a part of one address, and what people can't see. */
const UNWANTED = /[\p{C}\p{Z}"(),:;<>[\]\\]/u;

/** Whether a text is one e-mail address and nothing else: no name, no quoting, no second address, no hidden characters. */
export function isPlainEmail(text: string): boolean {
  return text.length <= MAX_LENGTH && !UNWANTED.test(text) && isEmail(text);
}
