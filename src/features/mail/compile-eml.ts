import { createTransport } from 'nodemailer';
import { composed, type MailParties, type OutgoingMail } from './mail-transport.js';

const compiler = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** A mail as the bytes that a mail server would be given (RFC 5322). */
export async function compileEml(mail: OutgoingMail, parties: MailParties): Promise<Buffer> {
  const { message } = await compiler.sendMail(composed(mail, parties));
  return message as Buffer;
}
