import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { needsSmtpUtf8 } from '../../../shared/email.js';
import { rejectOnAbort } from '../../../shared/when-aborted.js';
import { DeliveryError, type MailEnvelope } from './mail-transport.js';

/** A mail server, and the timeout for each of its replies. */
export interface SmtpServer {
  host: string;
  port: number;
  secure: boolean;
  login: { user: string; password: string } | null;
  timeoutMs: number;
}

/** What the server said about the recipients. */
type Sent = SMTPConnection.SentMessageInfo & {
  rejectedErrors?: (SMTPConnection.SMTPError & { recipient?: string })[];
};

const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|::1)$/i;

/**
 * Sends one message over a connection of its own. Nodemailer's transport isn't used, because it sends an address that
 * needs SMTPUTF8 also to a server without it, which would mangle the address or deliver to somebody else.
 *
 * @throws DeliveryError for such an address; the signal's reason; or an error of Nodemailer
 */
export async function sendOverSmtp(
  server: SmtpServer,
  { envelope, message }: { envelope: MailEnvelope; message: Buffer },
  signal: AbortSignal,
): Promise<Sent> {
  const { login } = server;
  const connection = await connectionTo(server);
  const failed = new Promise<never>((_resolve, reject) => connection.on('error', reject));
  const step = <T>(run: (done: (error?: Error | null, result?: T) => void) => void): Promise<T> => {
    const done = new Promise<T>((resolve, reject) => {
      run((error, result) => (error ? reject(error) : resolve(result as T)));
    });
    return rejectOnAbort(Promise.race([done, failed]), signal);
  };
  try {
    await step((done) => connection.connect(done));
    const greeting = String(connection.lastServerResponse);
    if (login) {
      const credentials = { user: login.user, pass: login.password };
      await step((done) => connection.login({ credentials }, done));
    }
    assertDeliverable(envelope, greeting);
    return await step<Sent>((done) => connection.send(envelope, message, done));
  } finally {
    failed.catch(() => {});
    connection.close();
  }
}

/** Imports Nodemailer with the first mail, because the start of the service doesn't need it. */
async function connectionTo({ host, port, secure, login, timeoutMs }: SmtpServer): Promise<SMTPConnection> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  return new Connection({
    ...{ host, port, secure },
    // Without this, Nodemailer would send unencrypted if the server lacks STARTTLS.
    requireTLS: login !== null && !secure && !LOOPBACK_HOST.test(host),
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
}

/** @param greeting the server's reply to EHLO: one extension on each line */
function assertDeliverable({ from, to }: MailEnvelope, greeting: string): void {
  if (![from, ...to].some(needsSmtpUtf8) || /^250[ -]SMTPUTF8\b/im.test(greeting)) return;
  const reason =
    "The recipient's address has other characters than ASCII before the @, and the mail server does not support them (SMTPUTF8).";
  throw new DeliveryError(reason, true, 'SMTPUTF8');
}
