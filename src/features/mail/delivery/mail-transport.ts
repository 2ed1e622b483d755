import type { SendMailOptions } from 'nodemailer';
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

/**
 * A mail as a Nodemailer message. Addresses are split into parts and the envelope is set, so that no address list is
 * parsed.
 */
export function toNodemailerMessage(mail: OutgoingMail, { from, bcc }: MailParties): SendMailOptions {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    messageId: `<${mail.id}@${domain}>`,
    date: mail.createdAt,
    from: { name: from.name ?? '', address: from.address },
    to: { name: '', address: mail.to },
    // A copy with a password or account link would let readers of the copies into any account.
    envelope: { from: from.address, to: [mail.to, ...(carriesSecret(mail.template) ? [] : bcc)] },
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
