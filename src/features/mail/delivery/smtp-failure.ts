import { domainToASCII } from 'node:url';
import { DeliveryError } from './mail-transport.js';

/** What Nodemailer tells of a failure. */
interface SmtpFailure {
  message?: string;
  code?: string;
  responseCode?: number;
  response?: string;
  /** The step that it came in, such as RCPT TO, AUTH PLAIN, CONN. */
  command?: string;
  recipient?: string;
  rejectedErrors?: SmtpFailure[];
}

/** Refusals that are about us, not about the mail: sign in first, encrypt first, wrong password. */
const OUR_OWN_FAULT = new Set([503, 530, 534, 535, 538]);
const ABOUT_THE_MAIL = /^(MAIL FROM|RCPT TO|DATA)/;

/**
 * Why a mail was not taken. A 5xx about the sender, the recipient or the mail itself stays as it is; whatever else it was,
 * the line, the server, our own login there, can be mended (RFC 5321, 4.2.1).
 */
export function toDeliveryError(error: unknown, to: string): DeliveryError {
  const whole = error as SmtpFailure;
  const {
    message,
    code,
    responseCode,
    response,
    command = '',
  } = whole.rejectedErrors?.find(({ recipient }) => isRecipient(recipient, to)) ?? whole;
  const text = response ?? message ?? String(error);
  if (responseCode === undefined) {
    // Refused by Nodemailer before the server heard of it.
    const isRejected = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'CONN';
    return new DeliveryError(text, isRejected, code ?? 'UNKNOWN');
  }
  const refused = responseCode >= 500 && ABOUT_THE_MAIL.test(command) && !OUR_OWN_FAULT.has(responseCode);
  return new DeliveryError(text, refused, String(responseCode));
}

/** Whether a recipient, as Nodemailer spells it, is this one: it writes domains in small letters and in ASCII. */
export function isRecipient(spelt: string | undefined, to: string): boolean {
  return spelt !== undefined && asSpelt(spelt) === asSpelt(to);
}

function asSpelt(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + domainToASCII(address.slice(at));
}
