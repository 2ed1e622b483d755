import {
  DeliveryError,
  type MailParties,
  type MailTransport,
  type OutgoingMail,
  toNodemailerMessage,
} from './mail-transport.js';
import { isRecipient, toDeliveryError } from './smtp-failure.js';

/** A mail server, and the timeout for each of its replies. */
export interface SmtpServer {
  host: string;
  port: number;
  secure: boolean;
  login: { user: string; password: string } | null;
  timeoutMs: number;
}

const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|::1)$/i;

/** Sends mails to an SMTP server, over one connection for each mail. */
export class SmtpTransport implements MailTransport {
  #transporter: ReturnType<typeof transporterTo> | undefined;

  constructor(
    private readonly server: SmtpServer,
    private readonly parties: MailParties,
  ) {}

  async send(mail: OutgoingMail, signal: AbortSignal): Promise<void> {
    const message = { ...toNodemailerMessage(mail, this.parties), signal };
    this.#transporter ??= transporterTo(this.server);
    const transporter = await this.#transporter;
    const sent = await transporter.sendMail(message).catch((error: unknown) => {
      throw toDeliveryError(error, mail.to);
    });
    // Nodemailer succeeds if one recipient is accepted, even if only a copy's.
    const refused = sent.rejectedErrors?.find(({ recipient }) => isRecipient(recipient, mail.to));
    if (refused) throw toDeliveryError(refused, mail.to);
    if (sent.rejected.some((recipient) => isRecipient(String(recipient), mail.to))) {
      throw new DeliveryError('the recipient was refused', false, 'REFUSED');
    }
  }
}

/** Imports Nodemailer with the first mail, because the start of the service doesn't need it. */
async function transporterTo({ host, port, secure, login, timeoutMs }: SmtpServer) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host,
    port,
    secure,
    ...(login && { auth: { user: login.user, pass: login.password } }),
    // Without these, Nodemailer would send unencrypted or unauthenticated if the server lacks STARTTLS or AUTH.
    requireTLS: login !== null && !secure && !LOOPBACK_HOST.test(host),
    forceAuth: login !== null,
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
}
