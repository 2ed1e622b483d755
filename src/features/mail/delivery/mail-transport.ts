import type { SendMailOptions } from 'nodemailer';
import { withAsciiDomain } from '../../../shared/email.js';
import { carriesSecret } from '../templates/mail-templates.js';
import type { WrittenMail } from '../templates/mail-writer.js';

/** A mail as it is sent. Each attempt sends the same. */
export interface OutgoingMail extends WrittenMail {
  id: string;
  to: string;
  template: string;
  createdAt: Date;
}

/** The sender of all mails, and the blind-copy recipients. Mails that carry a secret are never copied. */
export interface MailParties {
  from: { name: string | null; address: string };
  bcc: readonly string[];
}

/** Delivers mails to a server or into files. */
export interface MailTransport {
  /**
   * Resolves once the server, or the file system, has accepted the mail.
   *
   * @param signal aborts the attempt
   * @throws DeliveryError
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<void>;
}

/** Thrown if a mail is not accepted. */
export class DeliveryError extends Error {
  /**
   * @param permanent whether another attempt would fail in the same way
   * @param code the SMTP or system code, such as 550 or ECONNREFUSED; has few distinct values
   */
  constructor(
    message: string,
    readonly permanent: boolean,
    readonly code: string,
  ) {
    super(message);
  }
}

/** The addresses that a mail server is given: the sender, the recipient and those who get a copy. */
export interface MailEnvelope {
  from: string;
  to: [string, ...string[]];
}

/**
 * The envelope of a mail, with its domains in ASCII.
 *
 * @throws DeliveryError, a permanent one, for a domain that has no such form
 */
export function envelopeOf({ to, template }: OutgoingMail, { from, bcc }: MailParties): MailEnvelope {
  // A copy with a password or account link would let readers of the copies into any account.
  const copies = carriesSecret(template) ? [] : bcc;
  return { from: asciiDomainOf(from.address), to: [asciiDomainOf(to), ...copies.map(asciiDomainOf)] };
}

function asciiDomainOf(address: string): string {
  const ascii = withAsciiDomain(address);
  if (ascii !== null) return ascii;
  throw new DeliveryError('The domain of an address is not one.', true, 'ADDRESS');
}

/**
 * A mail as a Nodemailer message. Addresses are split into parts and the envelope is set, so that no address list is
 * parsed.
 */
export function toNodemailerMessage(mail: OutgoingMail, parties: MailParties): SendMailOptions {
  const envelope = envelopeOf(mail, parties);
  const [to] = envelope.to;
  const domain = envelope.from.slice(envelope.from.lastIndexOf('@') + 1);
  return {
    messageId: `<${mail.id}@${domain}>`,
    date: mail.createdAt,
    from: { name: parties.from.name ?? '', address: envelope.from },
    to: { name: '', address: to },
    envelope: { ...envelope },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Keeps auto-responders, such as out-of-office notices, from answering.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
