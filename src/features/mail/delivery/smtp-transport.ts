import { compileEml } from './compile-eml.js';
import {
  DeliveryError,
  envelopeOf,
  type MailParties,
  type MailTransport,
  type OutgoingMail,
} from './mail-transport.js';
import { type SmtpServer, sendOverSmtp } from './send-over-smtp.js';
import { isRecipient, toDeliveryError } from './smtp-failure.js';

/** Sends mails to an SMTP server, over one connection for each mail. */
export class SmtpTransport implements MailTransport {
  constructor(
    private readonly server: SmtpServer,
    private readonly parties: MailParties,
  ) {}

  async send(mail: OutgoingMail, signal: AbortSignal): Promise<void> {
    const envelope = envelopeOf(mail, this.parties);
    const message = await compileEml(mail, this.parties);
    const sent = await sendOverSmtp(this.server, { envelope, message }, signal).catch((error: unknown) => {
      throw error instanceof DeliveryError ? error : toDeliveryError(error, mail.to);
    });
    // Nodemailer succeeds if one recipient is accepted, even if only a copy's.
    const refused = sent.rejectedErrors?.find(({ recipient }) => isRecipient(recipient, mail.to));
    if (refused) throw toDeliveryError(refused, mail.to);
    if (sent.rejected.some((recipient) => isRecipient(recipient, mail.to))) {
      throw new DeliveryError('the recipient was refused', false, 'REFUSED');
    }
  }
}
