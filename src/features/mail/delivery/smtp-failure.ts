import { withAsciiDomain } from '../../../shared/email.js';
import { DeliveryError } from './mail-transport.js';

/** A failure as Nodemailer reports it. */
interface SmtpFailure {
  message?: string;
  code?: string;
  responseCode?: number;
  response?: string;
  /** The step that failed, such as RCPT TO, AUTH PLAIN or CONN. */
  command?: string;
  recipient?: string;
  rejectedErrors?: SmtpFailure[];
}

/** Replies that concern our own session, not the mail: authentication or encryption required, wrong password. */
const SESSION_CODES = new Set([503, 530, 534, 535, 538]);
const ABOUT_THE_MAIL = /^(MAIL FROM|RCPT TO|DATA)/;

/**
 * Converts a failure of Nodemailer. A 5xx about the sender, the recipient or the mail itself is permanent. Any other
 * failure, such as of the connection, the server or our authentication, can be fixed and is retried (RFC 5321, 4.2.1).
 */
export function toDeliveryError(error: unknown, to: string): DeliveryError {
  const failure = error as SmtpFailure;
  const {
    message,
    code,
    responseCode,
    response,
    command = '',
  } = failure.rejectedErrors?.find(({ recipient }) => isRecipient(recipient, to)) ?? failure;
  const text = response ?? message ?? String(error);
  if (responseCode === undefined) {
    // Nodemailer rejected the mail before it contacted the server.
    const isRejected = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'CONN';
    return new DeliveryError(text, isRejected, code ?? 'UNKNOWN');
  }
  const isPermanent = responseCode >= 500 && ABOUT_THE_MAIL.test(command) && !SESSION_CODES.has(responseCode);
  return new DeliveryError(text, isPermanent, String(responseCode));
}

/**
 * Whether a recipient that Nodemailer reports is this address, which the envelope has with its domain in ASCII.
 */
export function isRecipient(reported: string | undefined, to: string): boolean {
  return reported !== undefined && withAsciiDomain(reported) === withAsciiDomain(to);
}
