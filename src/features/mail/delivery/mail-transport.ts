import type { SendMailOptions } from 'nodemailer';
import { carriesSecret } from '../templates/mail-templates.js';
import type { WrittenMail } from '../templates/mail-writer.js';

/** A mail as it leaves: the same however often it is sent. */
export interface OutgoingMail extends WrittenMail {
  id: string;
  to: string;
  template: string;
  createdAt: Date;
}

/** Who mails are from, and who gets a copy, unseen, of each that lets nobody in. */
export interface MailParties {
  from: { name: string | null; address: string };
  bcc: readonly string[];
}

/** Takes mails away: to a server, or into files. */
export interface MailTransport {
  /**
   * Resolves once the mail is somebody else's to deliver.
   *
   * @param signal gives it up
   * @throws DeliveryError
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<void>;
}

/** A mail that was not taken. */
export class DeliveryError extends Error {
  /**
   * @param permanent whether another try would come to the same
   * @param code SMTP's or the system's, such as 550 or ECONNREFUSED; of few values
   */
  constructor(
    message: string,
    readonly permanent: boolean,
    readonly code: string,
  ) {
    super(message);
  }
}

/** A mail in Nodemailer's terms. Addresses are given as parts and the envelope by itself, so that nothing parses lists. */
export function toNodemailerMessage(mail: OutgoingMail, { from, bcc }: MailParties): SendMailOptions {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    messageId: `<${mail.id}@${domain}>`,
    date: mail.createdAt,
    from: { name: from.name ?? '', address: from.address },
    to: { name: '', address: mail.to },
    // A copy of a password or a link would let whoever reads the copies into any account.
    envelope: { from: from.address, to: [mail.to, ...(carriesSecret(mail.template) ? [] : bcc)] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Nobody's holiday notice should answer these.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
