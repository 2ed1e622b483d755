import { type MailParties, type OutgoingMail, toNodemailerMessage } from './mail-transport.js';

/** Compiles a mail to the bytes that a mail server would receive (RFC 5322). */
export async function compileEml(mail: OutgoingMail, parties: MailParties): Promise<Buffer> {
  // Imported with the first mail, because the start of the service doesn't need it.
  const { createTransport } = await import('nodemailer');
  const compiler = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await compiler.sendMail(toNodemailerMessage(mail, parties));
  return message as Buffer;
}
