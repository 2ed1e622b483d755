import { type MailParties, type OutgoingMail, toNodemailerMessage } from './mail-transport.js';

/** A mail as the bytes that a mail server would be given (RFC 5322). */
export async function compileEml(mail: OutgoingMail, parties: MailParties): Promise<Buffer> {
  // Read with the first mail: a start doesn't need it.
  const { createTransport } = await import('nodemailer');
  const compiler = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await compiler.sendMail(toNodemailerMessage(mail, parties));
  return message as Buffer;
}
