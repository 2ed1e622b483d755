import { isEmail } from 'class-validator';

const MAX_LENGTH = 254;
/** Characters that a mail header or an SMTP command could read as more than part of one address, and invisible ones. */
const UNWANTED = /[\p{C}\p{Z}"(),:;<>[\]\\]/u;

/** Whether a text is exactly one e-mail address: no name, no quoting, no second address, no hidden characters. */
export function isPlainEmail(text: string): boolean {
  return text.length <= MAX_LENGTH && !UNWANTED.test(text) && isEmail(text);
}
